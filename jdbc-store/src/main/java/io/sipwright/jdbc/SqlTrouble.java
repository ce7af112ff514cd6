package io.sipwright.jdbc;

import io.sipwright.store.StoreException;
import io.sipwright.store.StoreException.Reason;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;

/** Says what an error of the database means. States are those of the SQL standard and of the tested databases. */
final class SqlTrouble {

    /** Deadlock and serialization failure; what the transaction did is undone, and may be done again. */
    private static final Set<String> GIVE_WAY = Set.of("40001", "40P01");

    /** Lock not available, by PostgreSQL, H2 and (with an error code) MariaDB. */
    private static final Set<String> LOCKED = Set.of("55P03", "HYT00");

    /** MariaDB: waited too long for a lock; the row was changed since the snapshot of a transaction was taken. */
    private static final Set<Integer> MARIADB_LOCKED = Set.of(1205, 1020);

    /** A statement took longer than the host allows, by PostgreSQL and MariaDB. */
    private static final Set<String> TOO_LONG = Set.of("57014", "70100");

    private static final String TOO_MANY = "53300";

    /** Read-only transaction, by PostgreSQL and MariaDB; H2 has its own. */
    private static final Set<String> READ_ONLY = Set.of("25006", "90097");

    private static final int MARIADB_READ_ONLY = 1290;

    /** No such table or column, by PostgreSQL, and by H2 and MariaDB. */
    private static final Set<String> NO_TABLE = Set.of("42P01", "42703", "42S02", "42S03", "42S04", "42S22", "3F000");

    /** The server ends connections or takes none (PostgreSQL); the connection is broken, or the database closed (H2). */
    private static final Set<String> GONE =
            Set.of("57P01", "57P02", "57P03", "25P03", "25P04", "90067", "90098", "90108", "90121");

    private SqlTrouble() {}

    /** Whether the same transaction may well succeed if it is run again. */
    static boolean isToBeRepeated(SQLException e) {
        return GIVE_WAY.contains(state(e));
    }

    /** Runs work, and says in words of our own what the database has against it. Our words hold no values of rows. */
    static <R> R translated(Supplier<R> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw of(cause);
            }
            throw new StoreException(
                    Reason.REFUSED,
                    "A statement could not be made: " + e.getClass().getSimpleName(),
                    null);
        }
    }

    /** During work, so that nothing has been committed. */
    static StoreException of(SQLException e) {
        Reason reason = reason(e);
        return new StoreException(reason, sentence(reason) + ": " + firstLine(e), withoutDetails(e));
    }

    /** Before there was a connection: either no server answers, or a pool has none to give. */
    static StoreException ofConnecting(SQLException e) {
        boolean noneFree = e instanceof SQLTransientConnectionException
                && e.getSQLState() == null
                && !firstLine(e).contains("total=0"); // HikariCP counts; with none at all, waiting is no use
        Reason reason = noneFree || TOO_MANY.equals(e.getSQLState()) ? Reason.BUSY : Reason.UNREACHABLE;
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String why = root == e || root.getMessage() == null ? "" : " (" + firstLine(root.getMessage()) + ")";
        return new StoreException(reason, sentence(reason) + ": " + firstLine(e) + why, withoutDetails(e));
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
        if (GIVE_WAY.contains(state) || LOCKED.contains(state) || TOO_LONG.contains(state)) {
            return Reason.BUSY;
        }
        if (TOO_MANY.equals(state) || MARIADB_LOCKED.contains(e.getErrorCode())) {
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

    /** PostgreSQL tells values in the lines that follow, and all of them in the message of a batch; H2 one that is too long. */
    private static String firstLine(SQLException e) {
        if (e instanceof BatchUpdateException && e.getNextException() != null) {
            return firstLine(e.getNextException());
        }
        if (state(e).startsWith("22")) {
            return "a value is too long for its column, or of another kind (" + state(e) + ")";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : firstLine(e.getMessage());
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    /** A copy that holds no values of rows; a log would print them. */
    private static SQLException withoutDetails(SQLException e) {
        SQLException copy = new SQLException(firstLine(e), e.getSQLState(), e.getErrorCode());
        copy.setStackTrace(e.getStackTrace());
        return copy;
    }
}
