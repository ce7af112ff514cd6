package io.sipwright.jdbc;

import io.sipwright.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
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
     * Makes what is missing. When nothing is, it asks one question and needs no right to change the schema. Instances that
     * start at the same time wait for each other.
     *
     * @throws StoreException if the database can't be reached, or refuses
     */
    public void run() {
        try (Connection connection = connect()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                if (!isNewest(statement)) {
                    runScripts(Database.of(connection), statement);
                }
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    private Connection connect() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw SqlTrouble.ofConnecting(e);
        }
    }

    private void runScripts(Database database, Statement statement) throws SQLException {
        synchronized (SchemaInitializer.class) { // H2 has no lock for this, and is often in one process
            database.lockForSchema(statement);
            try {
                if (!isNewest(statement)) {
                    runAll(database, statement);
                }
            } finally {
                database.unlockForSchema(statement);
            }
        }
    }

    private void runAll(Database database, Statement statement) throws SQLException {
        for (String sql : SchemaScript.statements(database, tables)) {
            Optional<String> needed = Widening.withoutNarrowing(statement, sql);
            if (needed.isPresent()) {
                execute(statement, needed.get());
            }
        }
    }

    private static void execute(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            StoreException trouble = SqlTrouble.of(e);
            throw new StoreException(
                    trouble.reason(),
                    trouble.getMessage() + " [" + sql.lines().findFirst().orElse("")
                            + "]; JdbcStore.adoption(...).plan() may know what is in the way",
                    trouble.getCause());
        }
    }

    private boolean isNewest(Statement statement) {
        try (ResultSet row = statement.executeQuery("SELECT MAX(version) FROM " + tables.schemaVersions())) {
            return row.next() && row.getInt(1) >= SchemaScript.newest();
        } catch (SQLException e) {
            return false; // there are no tables yet; if it is something else, the scripts will say so
        }
    }

    /** The scripts as a text, with the names of the tables filled in. */
    public String ddl() {
        try (Connection connection = connect()) {
            return SchemaScript.text(Database.of(connection), tables);
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }
}
