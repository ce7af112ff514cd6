package io.sipwright.examples.cluster;

/** A process of the cluster that can be killed, and started again. */
interface Part extends AutoCloseable {

    long pid();

    boolean isRunning();

    /** Ends it without a word to anyone, and waits until it is over. */
    default void kill() {
        Signal.KILL.to(pid());
        Signal.awaitEnd(pid());
    }

    /** Starts it again, and waits until it is ready. */
    void start();

    @Override
    void close();
}
