package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.StoreException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Someone holds a lock for longer than the connection is willing to wait. */
@Timeout(60)
class LockTimeoutTest {

    @ParameterizedTest
    @EnumSource
    void aStateThatStaysLockedIsBusy(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        isBusyWhile(tables, database, "UPDATE " + tables.state() + " SET generation = generation");
    }

    /** The state and the name were written by then, and are undone. */
    @ParameterizedTest
    @EnumSource
    void aRowThatStaysLockedIsBusyAndLeavesNothingHalfWritten(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        isBusyWhile(tables, database, "UPDATE " + tables.users() + " SET call_limit = 6");
    }

    private static void isBusyWhile(TestTables tables, TestDatabase database, String lock) throws SQLException {
        JdbcStore store = tables.store(FaultyDataSource.settingUp(tables.dataSource, database.lockTimeout()));
        Writes.insert(store, "alice");
        TableContents before = tables.contents();
        try (Connection host = tables.dataSource.getConnection()) {
            host.setAutoCommit(false);
            FaultyDataSource.execute(host, lock);

            Writes.failure(
                    Reason.BUSY,
                    () -> store.write(writing -> {
                        writing.users().insert(Writes.user("bob"), 1);
                        return writing.users().delete("alice", OptionalLong.empty());
                    }));
            host.rollback();
        }

        assertThat(tables.contents()).isEqualTo(before);
        Writes.insert(store, "bob");
        tables.contents().assertWhole();
    }
}
