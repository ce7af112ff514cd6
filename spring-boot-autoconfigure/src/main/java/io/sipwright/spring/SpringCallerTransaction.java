package io.sipwright.spring;

import io.sipwright.jdbc.CallerTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Finds the transaction that Spring has begun on our data source, by whichever manager. Thread-safe.
 *
 * <p>In a callback after the completion of a transaction, such as a listener of a transactional event, that transaction is
 * none any more, though its connection is still bound: what is changed there is committed by itself. In a callback of
 * {@link TransactionSynchronization#afterCommit()} that can't be told: as for all work with a database there, the host
 * begins a transaction of its own.
 */
final class SpringCallerTransaction implements CallerTransaction {

    private final DataSource dataSource;
    /** What this thread has committed, while it runs the tasks that waited for that. */
    private final ThreadLocal<@Nullable ConnectionHolder> committed = new ThreadLocal<>();

    SpringCallerTransaction(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Optional<Connection> connection() {
        // Synchronization ends with the commit, and without it no one could tell us of the commit.
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return Optional.empty();
        }
        ConnectionHolder holder = holder();
        // A transaction that a task itself has begun has a holder of its own.
        return holder == null || holder == committed.get()
                ? Optional.empty()
                : Optional.of(holder.getConnection()).filter(SpringCallerTransaction::isInTransaction);
    }

    private @Nullable ConnectionHolder holder() {
        return TransactionSynchronizationManager.getResource(dataSource) instanceof ConnectionHolder holder
                ? holder
                : null;
    }

    /** A connection that someone fetched in a transaction of another data source is bound as well, without one. */
    private static boolean isInTransaction(Connection connection) {
        try {
            return !connection.getAutoCommit();
        } catch (SQLException e) {
            return true; // it is broken, and whoever works on it will be told
        }
    }

    @Override
    public void afterCommit(Runnable task) {
        TransactionSynchronizationManager.registerSynchronization(new Waiting(task, holder()));
    }

    /** A task that waits for the commit. */
    private final class Waiting implements TransactionSynchronization {

        private final Runnable task;
        private final @Nullable ConnectionHolder holder;
        private final List<Object> laterSavepoints = new ArrayList<>();
        private boolean undone;

        Waiting(Runnable task, @Nullable ConnectionHolder holder) {
            this.task = task;
            this.holder = holder;
        }

        @Override
        public void savepoint(Object savepoint) {
            laterSavepoints.add(savepoint);
        }

        /** Back to before the change: what was waited for will never be. */
        @Override
        public void savepointRollback(Object savepoint) {
            undone |= laterSavepoints.stream().noneMatch(later -> later == savepoint);
        }

        @Override
        public void afterCommit() {
            if (undone) {
                return;
            }
            ConnectionHolder outer = committed.get(); // of a task that has begun this transaction
            committed.set(holder);
            try {
                task.run();
            } finally {
                if (outer == null) {
                    committed.remove();
                } else {
                    committed.set(outer);
                }
            }
        }
    }
}
