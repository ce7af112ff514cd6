package io.sipwright.spring;

import io.sipwright.jdbc.CallerTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Finds the transaction that Spring has begun on our data source, by whichever manager. Thread-safe. */
final class SpringCallerTransaction implements CallerTransaction {

    private final DataSource dataSource;
    /** Whether this thread runs tasks of a transaction that is committed, though its connection is still bound. */
    private final ThreadLocal<Boolean> isOver = new ThreadLocal<>();

    SpringCallerTransaction(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Optional<Connection> connection() {
        if (isOver.get() != null || !TransactionSynchronizationManager.isActualTransactionActive()) {
            return Optional.empty();
        }
        return TransactionSynchronizationManager.getResource(dataSource) instanceof ConnectionHolder holder
                        && holder.isSynchronizedWithTransaction()
                ? Optional.of(holder.getConnection()).filter(SpringCallerTransaction::isInTransaction)
                : Optional.empty();
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
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                isOver.set(true);
                try {
                    task.run();
                } finally {
                    isOver.remove();
                }
            }
        });
    }
}
