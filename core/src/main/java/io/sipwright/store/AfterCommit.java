package io.sipwright.store;

/** Runs tasks after the commit of a transaction of the caller, and not at all if it is rolled back. */
@FunctionalInterface
public interface AfterCommit {

    /** Takes a task; runs it once, on whatever thread, when the transaction is committed. */
    void run(Runnable task);
}
