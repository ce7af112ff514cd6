package io.sipwright.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;

/** What differs between databases. */
enum Database {
    POSTGRESQL("postgresql", "%s COLLATE \"C\""),
    MARIADB("mariadb", "BINARY %s"),
    H2("h2", "%s");

    private final String folder;
    private final String binaryOrder;

    Database(String folder, String binaryOrder) {
        this.folder = folder;
        this.binaryOrder = binaryOrder;
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

    /** A column so that it sorts and compares as Java compares strings, whatever the collation of the database. */
    String binary(String column) {
        return String.format(Locale.ROOT, binaryOrder, column);
    }
}
