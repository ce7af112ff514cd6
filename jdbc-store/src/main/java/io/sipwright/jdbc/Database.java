package io.sipwright.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;

/** What differs between databases. */
enum Database {
    POSTGRESQL("postgresql", "%s COLLATE \"C\"", "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)"),
    MARIADB("mariadb", "BINARY %s", "CAST(UNIX_TIMESTAMP(NOW(6)) * 1000 AS SIGNED)"),
    H2("h2", "%s", "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)");

    private final String folder;
    private final String binaryOrder;
    private final String now;

    Database(String folder, String binaryOrder, String now) {
        this.folder = folder;
        this.binaryOrder = binaryOrder;
        this.now = now;
    }

    /** The database behind a connection; one that was never tried is refused. */
    static Database of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return Arrays.stream(values())
                .filter(database -> product.toLowerCase(Locale.ROOT).contains(database.folder))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no support for " + product + "; there is for PostgreSQL, MariaDB and H2"));
    }

    /** Folder of its scripts. */
    String folder() {
        return folder;
    }

    /**
     * A column of names so that it sorts and compares as Java compares strings. The scripts give it a collation that does,
     * or, on PostgreSQL, an index; through {@link #binary}, MariaDB would read the whole table for each page.
     */
    String sorted(String column) {
        return this == MARIADB ? column : binary(column);
    }

    /** A column so that it sorts and compares as Java compares strings, whatever the collation of the database. */
    String binary(String column) {
        return String.format(Locale.ROOT, binaryOrder, column);
    }

    /** A column in lower case, compared as it is written. */
    String lower(String column) {
        return this == MARIADB
                ? "LOWER(CONVERT(" + column + " USING utf8mb4)) COLLATE utf8mb4_nopad_bin"
                : "LOWER(" + column + ")";
    }

    /** An expression for the time by the clock of the database, in milliseconds since 1970. */
    String nowMillis() {
        return now;
    }

    /**
     * Isolates the transaction that begins now.
     *
     * @param level one of {@link Connection}
     * @param usual what the connections of the host have
     * @return whether the connection must be set back to the usual one afterwards
     */
    boolean isolate(Connection connection, int level, int usual) throws SQLException {
        if (level == usual) {
            return false;
        }
        if (this == H2) { // has no such statement, and changes it without a round trip
            connection.setTransactionIsolation(level);
            return true;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL "
                    + (level == Connection.TRANSACTION_REPEATABLE_READ ? "REPEATABLE READ" : "READ COMMITTED"));
        }
        return false;
    }

    /** Has instances that make the tables at the same time wait for each other, as far as the database can. */
    void lockForSchema(Statement statement) throws SQLException {
        if (this == POSTGRESQL) {
            statement.execute("SELECT pg_advisory_lock(7319470211)");
        } else if (this == MARIADB) {
            statement.execute("SELECT GET_LOCK('sipwright_schema', 60)");
        }
    }

    void unlockForSchema(Statement statement) throws SQLException {
        if (this == POSTGRESQL) {
            statement.execute("SELECT pg_advisory_unlock(7319470211)");
        } else if (this == MARIADB) {
            statement.execute("SELECT RELEASE_LOCK('sipwright_schema')");
        }
    }
}
