package io.sipwright.jdbc;

import io.sipwright.store.StoreException;
import io.sipwright.store.StoreException.Reason;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Says what an error of the database means. States are those of the SQL standard and of the tested databases. */
final class SqlTrouble {

    /** Deadlock and serialization failure; what the transaction did is undone, and may be done again. */
    private static final Set<String> GIVE_WAY = Set.of("40001", "40P01");

    /** Lock not available, by PostgreSQL, H2 and (with an error code) MariaDB. */
    private static final Set<String> LOCKED = Set.of("55P03", "HYT00");

    private static final int MARIADB_LOCK_WAIT = 1205;

    /** Read-only transaction, by PostgreSQL and MariaDB; H2 has its own. */
    private static final Set<String> READ_ONLY = Set.of("25006", "90097");

    private static final int MARIADB_READ_ONLY = 1290;

    /** No such table or column, by PostgreSQL, and by H2 and MariaDB. */
    private static final Set<String> NO_TABLE = Set.of("42P01", "42703", "42S02", "42S03", "42S04", "42S22", "3F000");

    /** The server ends connections or takes none (PostgreSQL); the connection is broken, or the database closed (H2). */
    private static final Set<String> GONE =
            Set.of("57P01", "57P02", "57P03", "53300", "90067", "90098", "90108", "90121");

    private SqlTrouble() {}

    /** Whether the same transaction may well succeed if it is run again. */
    static boolean isToBeRepeated(SQLException e) {
        return GIVE_WAY.contains(state(e));
    }

    /** During work, so that nothing has been committed. */
    static StoreException of(SQLException e) {
        Reason reason = reason(e);
        return new StoreException(reason, sentence(reason) + ": " + firstLine(e), withoutDetails(e));
    }

    /** Before there was a connection: either no server answers, or a pool has none to give. */
    static StoreException ofConnecting(SQLException e) {
        Reason reason = e instanceof SQLTransientConnectionException && !state(e).startsWith("08")
                ? Reason.BUSY
                : Reason.UNREACHABLE;
        return new StoreException(reason, sentence(reason) + ": " + firstLine(e), withoutDetails(e));
    }

    /** During the commit: unless the database itself said no, the change may count. */
    static StoreException ofCommit(SQLException e) {
        Reason reason = reason(e);
        if (reason != Reason.UNREACHABLE) {
            return of(e);
        }
        return new StoreException(
                Reason.OUTCOME_UNKNOWN,
                "The connection was lost during the commit, and it is not known whether the change counts: "
                        + firstLine(e),
                withoutDetails(e));
    }

    private static String sentence(Reason reason) {
        return switch (reason) {
            case UNREACHABLE -> "The database can't be reached";
            case BUSY -> "The database was busy, and nothing was changed";
            case READ_ONLY -> "The database is read-only";
            case NOT_PREPARED -> "The tables are not as they should be: run SchemaInitializer, or its scripts";
            default -> "The database refused";
        };
    }

    private static Reason reason(SQLException e) {
        String state = state(e);
        if (state.startsWith("08") || GONE.contains(state)) {
            return Reason.UNREACHABLE;
        }
        if (GIVE_WAY.contains(state) || LOCKED.contains(state) || e.getErrorCode() == MARIADB_LOCK_WAIT) {
            return Reason.BUSY;
        }
        if (READ_ONLY.contains(state) || e.getErrorCode() == MARIADB_READ_ONLY) {
            return Reason.READ_ONLY;
        }
        if (NO_TABLE.contains(state)) {
            return Reason.NOT_PREPARED;
        }
        return Reason.REFUSED;
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /** PostgreSQL tells the values of the row in the lines that follow. */
    private static String firstLine(SQLException e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    /** A copy that holds no values of rows; a log would print them. */
    private static SQLException withoutDetails(SQLException e) {
        SQLException copy = new SQLException(firstLine(e), e.getSQLState(), e.getErrorCode());
        copy.setStackTrace(e.getStackTrace());
        return copy;
    }
}
