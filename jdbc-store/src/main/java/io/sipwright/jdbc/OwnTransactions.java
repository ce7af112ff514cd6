package io.sipwright.jdbc;

import io.sipwright.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions on connections of a data source; each begins, and commits or rolls back, by itself. */
final class OwnTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(OwnTransactions.class);

    private static final int ATTEMPTS = 4;
    private static final long PAUSE_MILLIS = 20;

    private final DataSource dataSource;

    /** Isolation that connections come with; asked once, because the question is a round trip. */
    private volatile int usualIsolation = Connection.TRANSACTION_NONE;

    OwnTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** All queries of a reading see one state. */
    @Override
    public <R> R reading(Function<Connection, R> work) {
        return repeated(work, Connection.TRANSACTION_REPEATABLE_READ);
    }

    /** Writers wait for each other at the row of the state, and must then see what the one before has written. */
    @Override
    public <R> R writing(Function<Connection, R> work) {
        return repeated(work, Connection.TRANSACTION_READ_COMMITTED);
    }

    @Override
    public void afterCommit(Runnable task) {
        task.run();
    }

    @Override
    public boolean isJoined() {
        return false;
    }

    /** A transaction that the database chose to end, in favour of another, is run again. */
    private <R> R repeated(Function<Connection, R> work, int isolation) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work, isolation);
            } catch (GaveWay e) {
                if (attempt == ATTEMPTS) {
                    throw SqlTrouble.of(e.reason);
                }
                LOG.debug("A transaction gave way to another, and is run again: {}", e.reason.getSQLState());
                letTheOtherGoOn(attempt);
            }
        }
    }

    /** Or this one would take the first lock again before the other has woken up. */
    private static void letTheOtherGoOn(int attempt) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS * attempt));
    }

    private <R> R once(Function<Connection, R> work, int isolation) {
        try (Connection connection = connect()) {
            int usual = usualIsolation(connection);
            boolean autoCommit = connection.getAutoCommit();
            boolean isolationChanged = false;
            boolean ended = true;
            if (autoCommit) {
                connection.setAutoCommit(false);
            }
            try {
                isolationChanged = Database.of(connection).isolate(connection, isolation, usual);
                R result = SqlTrouble.translated(() -> work.apply(connection));
                commit(connection);
                return result;
            } catch (RuntimeException | Error e) {
                ended = rollBack(connection, e);
                if (e instanceof StoreException
                        && e.getCause() instanceof SQLException cause
                        && SqlTrouble.isToBeRepeated(cause)) {
                    throw new GaveWay(cause);
                }
                throw e;
            } finally {
                if (ended) {
                    restore(connection, autoCommit, isolationChanged);
                }
            }
        } catch (SQLException e) {
            throw SqlTrouble.isToBeRepeated(e) ? new GaveWay(e) : SqlTrouble.of(e);
        }
    }

    private Connection connect() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw SqlTrouble.ofConnecting(e);
        }
    }

    private int usualIsolation(Connection connection) throws SQLException {
        if (usualIsolation == Connection.TRANSACTION_NONE) {
            usualIsolation = connection.getTransactionIsolation();
        }
        return usualIsolation;
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw SqlTrouble.isToBeRepeated(e) ? new GaveWay(e) : SqlTrouble.ofCommit(e);
        }
    }

    /** Whether the transaction is over; otherwise the connection is useless. */
    private static boolean rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
            return true;
        } catch (SQLException e) {
            reason.addSuppressed(e);
            abort(connection); // anything else, such as setting it back, might commit
            return false;
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("A connection could not be ended: {}", e.getSQLState());
        }
    }

    /** A connection that is broken can't be restored, and its pool will notice when it comes back. */
    private void restore(Connection connection, boolean autoCommit, boolean isolationChanged) {
        try {
            if (connection.isClosed()) {
                return;
            }
            if (isolationChanged) {
                connection.setTransactionIsolation(usualIsolation);
            }
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            LOG.debug("A connection is given back as it is: {}", e.getSQLState());
        }
    }

    /** The database ended this transaction, in favour of another. */
    private static final class GaveWay extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient SQLException reason;

        GaveWay(SQLException reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
