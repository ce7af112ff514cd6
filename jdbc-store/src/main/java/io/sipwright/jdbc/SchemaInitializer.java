package io.sipwright.jdbc;

import io.sipwright.store.StoreException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.sql.DataSource;

/**
 * Makes the tables, for hosts that use no migration tool. Runs the same scripts that Flyway or Liquibase can run from
 * {@code io/sipwright/jdbc/schema/<database>/}. What is there already is left alone, or widened; it may run at every
 * start. Only this needs the right to change the schema.
 */
public final class SchemaInitializer {

    private final DataSource dataSource;
    private final Tables tables;

    private SchemaInitializer(DataSource dataSource, Tables tables) {
        this.dataSource = dataSource;
        this.tables = tables;
    }

    /** For tables without a prefix, in the schema that connections are in. */
    public static SchemaInitializer of(DataSource dataSource) {
        return of(dataSource, "", "");
    }

    /**
     * For tables elsewhere.
     *
     * @param schema empty for that of the connections
     * @param prefix of the names of all tables; may be empty
     */
    public static SchemaInitializer of(DataSource dataSource, String schema, String prefix) {
        return new SchemaInitializer(dataSource, new Tables(schema, prefix));
    }

    /**
     * Makes what is missing.
     *
     * @throws StoreException if the database can't be reached, or refuses
     */
    public void run() {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                for (String sql : SchemaScript.statements(Database.of(connection), tables)) {
                    statement.execute(sql);
                }
                firstState(connection);
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw new StoreException("The tables could not be made: " + e.getMessage(), e);
        }
    }

    /** The scripts as a text, with the names of the tables filled in. */
    public String ddl() {
        try (Connection connection = dataSource.getConnection()) {
            return SchemaScript.text(Database.of(connection), tables);
        } catch (SQLException e) {
            throw new StoreException("The database can't be reached: " + e.getMessage(), e);
        }
    }

    /** The one row of the state, unless it is there; two who start at once may both try. */
    private void firstState(Connection connection) throws SQLException {
        if (hasState(connection)) {
            return;
        }
        byte[] key = new byte[16];
        new SecureRandom().nextBytes(key);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + tables.state() + " (id, generation, stamp_key) VALUES (1, 0, ?)")) {
            insert.setString(1, HexFormat.of().formatHex(key));
            insert.executeUpdate();
        } catch (SQLException e) {
            if (!hasState(connection)) {
                throw e;
            }
        }
    }

    private boolean hasState(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT generation FROM " + tables.state())) {
            return row.next();
        }
    }
}
