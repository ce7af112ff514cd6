package io.sipwright.jdbc;

import io.sipwright.store.ProvisioningStore;
import java.sql.Connection;
import java.util.Optional;

/**
 * Tells a store of transactions that its callers are in already, such as those of a framework. The store then works on
 * the caller's connection, and neither commits nor rolls back. Thread-safe.
 */
public interface CallerTransaction {

    /**
     * The connection of the transaction that this thread is in, with the store's data source; empty when it is in none.
     * The store does not close it.
     */
    Optional<Connection> connection();

    /**
     * Runs a task after the commit of that transaction, and not at all if it is rolled back. Called only while
     * {@link #connection()} is there.
     *
     * @see ProvisioningStore#afterCommit
     */
    void afterCommit(Runnable task);

    /** For hosts whose callers are never in a transaction. */
    static CallerTransaction none() {
        return new CallerTransaction() {
            @Override
            public Optional<Connection> connection() {
                return Optional.empty();
            }

            @Override
            public void afterCommit(Runnable task) {
                task.run();
            }
        };
    }
}
