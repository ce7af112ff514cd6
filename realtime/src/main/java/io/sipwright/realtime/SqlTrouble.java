package io.sipwright.realtime;

import io.sipwright.realtime.RealtimeException.Reason;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Set;

/** Says what an error of the database means, in words that hold no values of rows. */
final class SqlTrouble {

    /**
     * Deadlock, serialization failure, lock not available, statement took too long; and an id that was free a moment ago: the
     * next try will tell whose it is.
     */
    private static final Set<String> BUSY = Set.of("40001", "40P01", "55P03", "57014", "70100", "53300", "23505");

    /** MariaDB: waited too long for a lock; the row was changed since the snapshot was taken; an id is taken. */
    private static final Set<Integer> MARIADB_BUSY = Set.of(1205, 1020, 1062);

    /** MariaDB tells the value in these. */
    private static final Set<Integer> MARIADB_BAD_VALUE = Set.of(1265, 1366, 1406);

    private static final int MARIADB_READ_ONLY = 1290;

    private static final Set<String> NO_TABLE = Set.of("42P01", "42703", "42S02", "42S22", "3F000");

    private static final Set<String> GONE = Set.of("57P01", "57P02", "57P03", "25P03");

    private SqlTrouble() {}

    static RealtimeException of(SQLException e) {
        Reason reason = reason(e);
        return new RealtimeException(reason, sentence(reason) + ": " + firstLine(e), withoutDetails(e));
    }

    private static String sentence(Reason reason) {
        return switch (reason) {
            case UNREACHABLE -> "The database can't be reached";
            case BUSY -> "The database was busy, and nothing was changed";
            case READ_ONLY -> "The database is read-only";
            case NOT_PREPARED -> "The tables are not as they should be: run RealtimeSchema, or its scripts";
            default -> "The database refused";
        };
    }

    private static Reason reason(SQLException e) {
        String state = state(e);
        if (state.startsWith("08") || GONE.contains(state)) {
            return Reason.UNREACHABLE;
        }
        if (BUSY.contains(state) || MARIADB_BUSY.contains(e.getErrorCode())) {
            return Reason.BUSY;
        }
        if (state.equals("25006") || e.getErrorCode() == MARIADB_READ_ONLY) {
            return Reason.READ_ONLY;
        }
        return NO_TABLE.contains(state) ? Reason.NOT_PREPARED : Reason.REFUSED;
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /** PostgreSQL tells values in the lines that follow, and all of them in the message of a batch. */
    private static String firstLine(SQLException e) {
        if (e instanceof BatchUpdateException && e.getNextException() != null) {
            return firstLine(e.getNextException());
        }
        if (state(e).startsWith("22") || MARIADB_BAD_VALUE.contains(e.getErrorCode())) {
            return "a value is too long for its column, or of another kind (" + state(e) + ")";
        }
        if (state(e).startsWith("23")) {
            return "a rule of the tables is broken (" + state(e) + ")";
        }
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse("");
    }

    /** A copy that holds no values of rows; a log would print them. */
    private static SQLException withoutDetails(SQLException e) {
        SQLException copy = new SQLException(firstLine(e), e.getSQLState(), e.getErrorCode());
        copy.setStackTrace(e.getStackTrace());
        return copy;
    }
}
