package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.StoreException.Reason;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The database lets nothing be changed: a replica, or one under maintenance. */
@Isolated("one of its tests makes all of MariaDB read-only")
@Timeout(60)
class ReadOnlyDatabaseTest {

    @TempDir
    Path temporary;

    @Test
    void postgreSqlIsReadAndNotWritten() throws SQLException {
        TestTables tables = TestDatabase.POSTGRESQL.newTables();
        Writes.insert(tables.store(), "alice");

        isReadAndNotWritten(
                tables,
                tables.store(FaultyDataSource.settingUp(tables.dataSource, "SET default_transaction_read_only = on")));
    }

    @Test
    void mariaDbIsReadAndNotWritten() throws SQLException {
        TestTables tables = TestDatabase.MARIADB.newTables();
        Writes.insert(tables.store(), "alice");
        JdbcStore store = tables.store(MariaDbUsers.make(tables.prefix + "plain", "p"));
        tables.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON test.* TO " + tables.prefix + "plain@'%'");
        tables.execute("SET GLOBAL read_only = ON");
        try {
            isReadAndNotWritten(tables, store);
        } finally {
            tables.execute("SET GLOBAL read_only = OFF");
        }
        Writes.insert(store, "bob");
    }

    @Test
    void mariaDbIsReadAndNotWrittenInAReadOnlyTransaction() throws SQLException {
        TestTables tables = TestDatabase.MARIADB.newTables();
        Writes.insert(tables.store(), "alice");

        isReadAndNotWritten(
                tables,
                tables.store(FaultyDataSource.settingUp(tables.dataSource, "SET SESSION TRANSACTION READ ONLY")));
    }

    @Test
    void h2IsReadAndNotWritten() throws SQLException {
        String file = "file:" + temporary.resolve("h2");
        DataSource writable = TestDatabase.h2(file);
        SchemaInitializer.of(writable).run();
        Writes.insert(new TestTables(writable, "").store(), "alice");
        TestTables tables = new TestTables(TestDatabase.h2(file + ";ACCESS_MODE_DATA=r"), "");

        isReadAndNotWritten(tables, tables.store());
        Writes.insert(new TestTables(writable, "").store(), "bob");
    }

    private static void isReadAndNotWritten(TestTables tables, JdbcStore store) throws SQLException {
        TableContents before = tables.contents();

        assertThat(Writes.secret(store, "alice")).isEqualTo(Writes.SECRET);
        assertThat(store.stampKey()).hasSize(16);
        Writes.failure(Reason.READ_ONLY, () -> Writes.insert(store, "bob"));
        SchemaInitializer.of(tables.dataSource, "", tables.prefix).run(); // nothing is missing, so nothing is written

        assertThat(tables.contents()).isEqualTo(before);
    }
}
