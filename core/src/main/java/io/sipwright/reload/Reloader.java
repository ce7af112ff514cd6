package io.sipwright.reload;

import io.sipwright.pjsip.Section;
import java.nio.file.Path;
import java.util.function.Consumer;

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
     * Has Asterisk take notice of objects that it reads by itself whenever it needs them, such as rows of a database: does
     * what is necessary for the objects that have changed, and looks at these. The request holds no others than those that
     * have changed, and some that are only looked at. By default Asterisk reloads all.
     */
    default ReloadOutcome refresh(ReloadRequest request) {
        return reload(request);
    }

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

    /**
     * Has Asterisk read a file that is not in use yet, with the parser that a reload uses, and hands over what it found.
     * Changes nothing. Whatever befalls it is an outcome, not an exception; returns within a time that the implementation
     * states. By default Asterisk is not asked.
     *
     * @param file absolute, where this program sees it; Asterisk may see it elsewhere, or not at all
     * @param sections takes all sections in their order, passwords included: on any thread, but one after the other, and
     *     before this returns. What it was handed counts only if the outcome is {@link FileReading.Read}
     */
    default FileReading read(Path file, Consumer<? super Section> sections) {
        return new FileReading.NotAsked("this reloader can't have a file read");
    }

    /** Ends connections. A closed reloader may be used again, and then connects anew. */
    @Override
    default void close() {}

    /** Leaves Asterisk alone: whoever uses the files reloads by other means. */
    static Reloader none() {
        return request -> new ReloadOutcome.NotAsked();
    }
}
