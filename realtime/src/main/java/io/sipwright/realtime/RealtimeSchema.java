package io.sipwright.realtime;

import io.sipwright.render.Stamps;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Makes the tables that Asterisk reads, and ours beside them, for hosts that use no migration tool. Runs the script that Flyway
 * or Liquibase can run from {@code io/sipwright/realtime/schema/<database>/}. Tables that are there are left as they are, those
 * of Asterisk's own migrations too; it may run at every start. Only this needs the right to change the schema.
 */
public final class RealtimeSchema {

    private final DataSource dataSource;
    private final Tables tables;

    private RealtimeSchema(DataSource dataSource, Tables tables) {
        this.dataSource = dataSource;
        this.tables = tables;
    }

    /** For tables without a prefix, in the schema that connections are in. */
    public static RealtimeSchema of(DataSource dataSource) {
        return of(dataSource, "", "");
    }

    /**
     * For tables elsewhere.
     *
     * @param schema empty for that of the connections
     * @param prefix of the names of all tables; may be empty
     */
    public static RealtimeSchema of(DataSource dataSource, String schema, String prefix) {
        return new RealtimeSchema(dataSource, new Tables(schema, prefix));
    }

    /**
     * Makes what is missing. Instances that start at the same time wait for each other.
     *
     * @throws RealtimeException if the database can't be reached, or refuses
     */
    public void run() {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                make(Database.of(connection), statement);
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    private void make(Database database, Statement statement) throws SQLException {
        database.lockForSchema(statement);
        try {
            for (String sql : statements(text(database))) {
                statement.execute(sql);
            }
        } finally {
            database.unlockForSchema(statement);
        }
    }

    /** The script as a text, with the names of the tables filled in. */
    public String ddl() {
        try (Connection connection = dataSource.getConnection()) {
            return text(Database.of(connection));
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    /**
     * Statements that give tables that were made by others the columns for stamps, by which each revision of an object is
     * seen running. Without them fields are compared.
     */
    public String stampColumns() {
        try (Connection connection = dataSource.getConnection()) {
            Database database = Database.of(connection);
            StringBuilder text = new StringBuilder();
            for (RowTable table : RowTable.values()) {
                text.append(stampColumn(database, tables, table)).append(";\n");
            }
            return text.toString();
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    static String stampColumn(Database database, Tables tables, RowTable table) {
        return "ALTER TABLE " + tables.of(table) + " ADD COLUMN IF NOT EXISTS " + database.quoted(Stamps.OPTION)
                + " VARCHAR(40)";
    }

    private static List<String> statements(String script) {
        return Arrays.stream(script.replaceAll("(?m)^--.*$", "").split(";\\s*(\\n|$)"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private String text(Database database) {
        String resource = "schema/" + database.folder() + "/V1__realtime.sql";
        try (InputStream in = RealtimeSchema.class.getResourceAsStream(resource)) {
            return new String(
                            Objects.requireNonNull(in, resource + " is not in the jar")
                                    .readAllBytes(),
                            StandardCharsets.UTF_8)
                    .replace("${table}", tables.qualifier())
                    .replace("${prefix}", tables.prefix());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
