package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.jdbc.FaultyDataSource.Call;
import io.sipwright.store.StoreException.Reason;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The administrator, or a time limit of the server, ends our connection in the middle of a transaction. */
@Timeout(60)
class KilledConnectionTest {

    @ParameterizedTest
    @EnumSource
    void beforeAStatementNothingRemainsAndThePoolGoesOn(TestDatabase database) throws SQLException {
        whenKilled(database, Call.STATEMENT, "sip_changes", Reason.UNREACHABLE);
    }

    /** The driver has sent it, and no one knows what became of it; here, nothing. */
    @ParameterizedTest
    @EnumSource
    void beforeTheCommitTheOutcomeIsUnknown(TestDatabase database) throws SQLException {
        whenKilled(database, Call.COMMIT, "", Reason.OUTCOME_UNKNOWN);
    }

    private static void whenKilled(TestDatabase database, Call call, String sql, Reason reason) throws SQLException {
        TestTables tables = database.newTables();
        FaultyDataSource faulty = new FaultyDataSource(tables.dataSource);
        try (HikariDataSource pool = TestTables.pool(faulty.dataSource(), 2)) {
            // Within one process there is nothing to lose but the session, which the pool would not notice at once.
            JdbcStore store = tables.store(database == TestDatabase.H2 ? faulty.dataSource() : pool);
            Writes.insert(store, "alice");
            TableContents before = tables.contents();
            faulty.before(call, sql, 1, connection -> kill(database, tables, connection));

            Writes.failure(reason, () -> Writes.insert(store, "bob"));

            assertThat(tables.contents()).isEqualTo(before);
            Writes.insert(store, "bob");
            assertThat(tables.contents().assertWhole().userNames()).containsExactly("alice", "bob");
        }
    }

    private static void kill(TestDatabase database, TestTables tables, Connection victim) throws SQLException {
        switch (database) {
            case H2 -> tables.execute("CALL ABORT_SESSION(" + id(victim, "CALL SESSION_ID()") + ")");
            case POSTGRESQL ->
                tables.execute("SELECT pg_terminate_backend(" + id(victim, "SELECT pg_backend_pid()") + ", 10000)");
            case MARIADB -> tables.execute("KILL CONNECTION " + id(victim, "SELECT CONNECTION_ID()"));
        }
    }

    private static long id(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }
}
