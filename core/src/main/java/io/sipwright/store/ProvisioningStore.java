package io.sipwright.store;

import java.util.function.Function;

/**
 * Keeps trunks and SIP users. An implementation gives each writing a transaction and a generation of its own:
 *
 * <ol>
 *   <li>{@link #write} begins a transaction, or joins the caller's;
 *   <li>writings are one after the other: what one reads stays true until it ends, so that rules between objects can be
 *       checked inside;
 *   <li>if the function throws, nothing of it remains;
 *   <li>otherwise all of it remains, with the generation one higher. A writing that changed nothing gets none.
 * </ol>
 *
 * <p>Implementations are thread-safe. Names are compared without regard to case, and are unique over trunks and users.
 */
public interface ProvisioningStore {

    /** The actor where no one is named. */
    String SYSTEM = "system";

    /**
     * Reads from one consistent state.
     *
     * @throws StoreException if the store can't be reached
     */
    <R> R read(Function<? super StoreView, ? extends R> reading);

    /**
     * Changes several objects, all or none.
     *
     * @param actor who does it, for the audit; cut after {@link Change#ACTOR_LENGTH} characters
     * @param writing may be run again, if the store had to give way to someone else
     * @return what the function returned, and the generation that holds it
     * @throws StoreException if the store can't be reached; nothing is changed then, unless the exception says that it
     *     can't be known
     */
    <R> Committed<R> write(String actor, Function<? super StoreWriting, ? extends R> writing);

    /** Changes several objects, all or none, in the name of {@link #SYSTEM}. */
    default <R> Committed<R> write(Function<? super StoreWriting, ? extends R> writing) {
        return write(SYSTEM, writing);
    }

    /**
     * Runs a task once what this thread has written counts: now, unless a transaction of the caller is under way; then
     * after its commit, and not at all if it is rolled back.
     */
    default void afterCommit(Runnable task) {
        task.run();
    }

    /** Who may apply to a node, and how far it has come. */
    NodeRegistry nodes();

    /** A key of 16 bytes for the stamps in rendered sections, made once and kept with the data. */
    byte[] stampKey();

    /**
     * A change that remains once its transaction is committed.
     *
     * @param result what the function returned
     * @param generation number of the state that holds it
     */
    record Committed<R>(R result, long generation) {}
}
