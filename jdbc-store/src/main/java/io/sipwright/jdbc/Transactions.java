package io.sipwright.jdbc;

import io.sipwright.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** Runs work in a transaction: one of its own, or the caller's, which it never commits or rolls back. */
interface Transactions {

    <R> R reading(Function<Connection, R> work);

    <R> R writing(Function<Connection, R> work);

    /** Begins, commits and rolls back by itself, on connections of its own. */
    static Transactions own(DataSource dataSource) {
        return new OwnTransactions(dataSource);
    }

    /** Uses a connection of the caller, who commits it. */
    static Transactions joined(Connection connection) {
        return new Transactions() {
            @Override
            public <R> R reading(Function<Connection, R> work) {
                return work.apply(connection);
            }

            @Override
            public <R> R writing(Function<Connection, R> work) {
                return work.apply(connection);
            }
        };
    }

    /** Transactions on connections of a data source. */
    final class OwnTransactions implements Transactions {

        private final DataSource dataSource;

        OwnTransactions(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /** All queries of a reading see one state. */
        @Override
        public <R> R reading(Function<Connection, R> work) {
            return run(work, Connection.TRANSACTION_REPEATABLE_READ);
        }

        /** Writers wait for each other at the row of the state, and must then see what the one before has written. */
        @Override
        public <R> R writing(Function<Connection, R> work) {
            return run(work, Connection.TRANSACTION_READ_COMMITTED);
        }

        private <R> R run(Function<Connection, R> work, int isolation) {
            try (Connection connection = dataSource.getConnection()) {
                boolean autoCommit = connection.getAutoCommit();
                int isolationBefore = connection.getTransactionIsolation();
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(isolation);
                try {
                    R result = work.apply(connection);
                    commit(connection);
                    return result;
                } catch (RuntimeException | Error e) {
                    rollBack(connection, e);
                    throw e;
                } finally {
                    restore(connection, autoCommit, isolationBefore);
                }
            } catch (SQLException e) {
                throw new StoreException("The database can't be reached: " + e.getMessage(), e);
            }
        }

        private static void commit(Connection connection) {
            try {
                connection.commit();
            } catch (SQLException e) {
                throw new StoreException(
                        "The commit failed, and it is not known whether it counts: " + e.getMessage(), e);
            }
        }

        private static void rollBack(Connection connection, Throwable reason) {
            try {
                connection.rollback();
            } catch (SQLException e) {
                reason.addSuppressed(e); // the connection is gone, and the transaction with it
            }
        }

        private static void restore(Connection connection, boolean autoCommit, int isolation) throws SQLException {
            if (!connection.isClosed() && connection.isValid(1)) {
                connection.setTransactionIsolation(isolation);
                connection.setAutoCommit(autoCommit);
            }
        }
    }
}
