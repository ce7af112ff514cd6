package io.sipwright.reload;

/**
 * Makes one Asterisk read its files again and looks at what runs then. Thread-safe; called by one thread at a time for
 * each node.
 */
@FunctionalInterface
public interface Reloader extends AutoCloseable {

    /**
     * Has Asterisk reload, and looks at what it runs then. Does what a reload alone does not: ends registrations of
     * trunks that go, registers anew where a password has changed, and removes the contacts of users that go.
     *
     * <p>Registrations of trunks that go are ended before the reload, while their passwords are still there; also when the
     * reload then fails.
     *
     * <p>An Asterisk that refuses, does not answer or runs something else is an outcome, not an exception. Returns within
     * a time that the implementation states.
     */
    ReloadOutcome reload(ReloadRequest request);

    /**
     * Looks at what Asterisk runs, without a reload. By default nothing is looked at, which is taken for an unknown state.
     */
    default ReloadOutcome verify(ReloadRequest request) {
        return new ReloadOutcome.NotAsked();
    }

    /**
     * A text that changes when Asterisk was started again, or when someone else has made it reload; the same text says that
     * it runs what it ran. Empty when that is not known, so that it has to be looked at.
     */
    default String incarnation() {
        return "";
    }

    /** Ends connections. A closed reloader may be used again, and then connects anew. */
    @Override
    default void close() {}

    /** Leaves Asterisk alone: whoever uses the files reloads by other means. */
    static Reloader none() {
        return request -> new ReloadOutcome.NotAsked();
    }
}
