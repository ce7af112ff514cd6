package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.StoreException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Time limits that a database puts on statements and transactions: another try may well succeed. */
@Timeout(60)
class ServerTimeLimitTest {

    @ParameterizedTest
    @EnumSource
    void aStatementThatTookTooLongIsBusy(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        JdbcStore store = tables.store(FaultyDataSource.settingUp(
                tables.dataSource,
                switch (database) {
                    case H2 -> "SET QUERY_TIMEOUT 1000";
                    case POSTGRESQL -> "SET statement_timeout = '1s'";
                    case MARIADB -> "SET SESSION max_statement_time = 1";
                }));
        Writes.insert(store, "alice");
        TableContents before = tables.contents();
        try (Connection host = tables.dataSource.getConnection()) {
            host.setAutoCommit(false);
            FaultyDataSource.execute(host, "UPDATE " + tables.state() + " SET generation = generation");
            Writes.failure(Reason.BUSY, () -> Writes.insert(store, "bob"));
            host.rollback();
        }
        assertThat(tables.contents()).isEqualTo(before);
        Writes.insert(store, "bob");
    }

    /** The server has closed the connection by the time of the next statement. */
    @Test
    void aWriteThatPausesForTooLongLosesItsConnection() throws SQLException {
        TestTables tables = TestDatabase.POSTGRESQL.newTables();
        JdbcStore store = tables.store(
                FaultyDataSource.settingUp(tables.dataSource, "SET idle_in_transaction_session_timeout = '1s'"));
        Writes.insert(store, "alice");
        TableContents before = tables.contents();

        Writes.failure(
                Reason.UNREACHABLE,
                () -> store.write(writing -> {
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
                    return writing.users().insert(Writes.user("bob"), 1);
                }));

        assertThat(tables.contents()).isEqualTo(before);
        Writes.insert(store, "bob");
    }
}
