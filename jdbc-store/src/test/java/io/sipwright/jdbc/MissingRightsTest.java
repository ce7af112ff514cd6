package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.StoreException.Reason;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The host's role may do less than the store needs. */
@Timeout(60)
class MissingRightsTest {

    private static final List<String> TABLES =
            List.of("sip_state", "sip_names", "sip_users", "sip_trunks", "sip_changes", "sip_nodes");

    @ParameterizedTest
    @EnumSource
    void aRoleThatMayOnlyReadReadsAndIsRefusedEachWrite(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        Writes.insert(tables.store(), "alice");
        TableContents before = tables.contents();
        JdbcStore store = tables.store(role(database, tables));
        for (String table : TABLES) {
            grant(database, tables, "SELECT", table);
        }

        assertThat(Writes.secret(store, "alice")).isEqualTo(Writes.SECRET);
        assertThat(Writes.failure(Reason.REFUSED, () -> Writes.insert(store, "bob")))
                .hasMessageStartingWith("The database refused: ")
                .hasMessageMatching("(?i).*sip_(state|names).*");
        assertThat(tables.contents()).isEqualTo(before);
    }

    /** The name has been claimed by then. */
    @ParameterizedTest
    @EnumSource
    void aRoleThatLacksOneRightLeavesNothingHalfWritten(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        Writes.insert(tables.store(), "alice");
        TableContents before = tables.contents();
        JdbcStore store = tables.store(role(database, tables));
        for (String table : TABLES) {
            grant(database, tables, table.equals("sip_users") ? "SELECT" : "SELECT, INSERT, UPDATE, DELETE", table);
        }

        assertThat(Writes.failure(Reason.REFUSED, () -> Writes.insert(store, "bob")))
                .hasMessageMatching("(?i).*sip_users.*")
                .satisfies(failure -> assertThat(failure.getMessage().length()).isLessThan(250));
        assertThat(tables.contents()).isEqualTo(before);

        grant(database, tables, "INSERT, UPDATE, DELETE", "sip_users");
        if (database == TestDatabase.POSTGRESQL) {
            PostgreSqlServer.grantSequences(tables.prefix, tables.prefix + "role");
        }
        Writes.insert(store, "bob");
        tables.contents().assertWhole();
    }

    private static DataSource role(TestDatabase database, TestTables tables) throws SQLException {
        String name = tables.prefix + "role";
        switch (database) {
            case H2 -> {
                tables.execute("CREATE USER " + name + " PASSWORD 'p'");
                JdbcDataSource dataSource = new JdbcDataSource();
                // settings in the URL are for administrators
                dataSource.setUrl(((JdbcDataSource) tables.dataSource).getUrl().replaceFirst(";.*", ""));
                dataSource.setUser(name.toUpperCase(Locale.ROOT));
                dataSource.setPassword("p");
                return dataSource;
            }
            case POSTGRESQL -> {
                tables.execute("CREATE ROLE " + name + " LOGIN PASSWORD 'p'");
                return PostgreSqlServer.dataSource(name, "p");
            }
            case MARIADB -> {
                return MariaDbUsers.make(name, "p");
            }
        }
        throw new AssertionError(database);
    }

    private static void grant(TestDatabase database, TestTables tables, String rights, String table)
            throws SQLException {
        tables.execute("GRANT " + rights + " ON " + (database == TestDatabase.MARIADB ? "test." : "") + tables.prefix
                + table + " TO " + tables.prefix + "role" + (database == TestDatabase.MARIADB ? "@'%'" : ""));
    }
}
