package io.sipwright.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A user of a database who may change the rows of the tables, and nothing else. */
final class RowsOnlyUser {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private RowsOnlyUser() {}

    /** Makes a user for tables that are there; gives its connections. */
    static DataSource of(FreshDatabase database) throws SQLException {
        String user = "rows_only_" + NUMBER.incrementAndGet();
        Tables tables = database.tables();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            Database kind = Database.of(connection);
            statement.execute(
                    switch (kind) {
                        case POSTGRESQL -> "CREATE ROLE " + user + " LOGIN PASSWORD 'x'";
                        case MARIADB -> "CREATE USER " + user + " IDENTIFIED BY 'x'";
                        case H2 -> "CREATE USER " + user + " PASSWORD 'x'";
                    });
            for (String table : List.of(
                    tables.users(),
                    tables.trunks(),
                    tables.names(),
                    tables.changes(),
                    tables.state(),
                    tables.schemaVersions(),
                    tables.nodes())) {
                statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON " + table + " TO " + user);
            }
            if (kind == Database.POSTGRESQL) {
                PostgreSqlServer.grantSequences(database.prefix(), user);
            }
        }
        return database.as().apply(user, "x");
    }
}
