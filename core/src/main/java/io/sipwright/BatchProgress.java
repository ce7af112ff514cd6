package io.sipwright;

/** Told about the progress of a long batch, after each thousand objects and at the end of each phase. */
@FunctionalInterface
public interface BatchProgress {

    /** What is done with a batch, one after the other. */
    enum Phase {
        /** Objects are validated. */
        CHECKING,
        /** Objects are stored; they count when all are. */
        STORING
    }

    /**
     * Some more objects are done. Called by the thread that stores or checks the batch, while its transaction is open: an
     * exception takes everything back.
     *
     * @param done objects that this phase is done with
     * @param total objects that it has
     */
    void progress(Phase phase, int done, int total);

    /** For those who don't want to know. */
    static BatchProgress ignored() {
        return (phase, done, total) -> {};
    }
}
