package io.sipwright.jdbc;

import io.sipwright.store.StoreException;
import io.sipwright.store.StoreException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Function;

/** Work within a transaction of the caller: all of it or nothing, whatever the caller does afterwards. */
final class JoinedWriting {

    private JoinedWriting() {}

    static <R> R run(Connection connection, Function<Connection, R> work) {
        try {
            if (connection.getAutoCommit()) {
                throw new StoreException(
                        Reason.REFUSED, "The connection commits each statement by itself: switch that off first", null);
            }
            Savepoint before = connection.setSavepoint();
            R result;
            try {
                result = work.apply(connection);
            } catch (RuntimeException | Error e) {
                rollBack(connection, before, e);
                throw e;
            }
            connection.releaseSavepoint(before);
            return result;
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    /** After a deadlock the database has rolled all of it back already, and knows the savepoint no more. */
    private static void rollBack(Connection connection, Savepoint before, Throwable reason) {
        try {
            connection.rollback(before);
        } catch (SQLException e) {
            reason.addSuppressed(SqlTrouble.of(e));
        }
    }
}
