package io.sipwright.reload;

/**
 * Makes one Asterisk read its files again and looks at what runs then. Thread-safe; called by one thread at a time for
 * each node.
 */
@FunctionalInterface
public interface Reloader {

    /**
     * Reloads. An Asterisk that refuses, does not answer or runs something else is an outcome, not an exception.
     *
     * @param generation number of what was written
     */
    ReloadOutcome reload(long generation);

    /** Leaves Asterisk alone: whoever uses the files reloads by other means. */
    static Reloader none() {
        return generation -> new ReloadOutcome.NotAsked();
    }
}
