package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.StoreException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A host that writes in its own transaction, and then by mistake past it, waits for itself: no database can see that.
 * What bounds it is the lock timeout of the connections, which a host should set.
 */
@Timeout(60)
class WaitForOneselfTest {

    @ParameterizedTest
    @EnumSource
    void aWritePastTheCallersOwnTransactionEndsAtTheLockTimeout(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        JdbcStore store = tables.store(FaultyDataSource.settingUp(tables.dataSource, database.lockTimeout()));
        Writes.insert(store, "alice");
        try (Connection caller = tables.dataSource.getConnection()) {
            caller.setAutoCommit(false);
            Writes.insert(store.joining(caller), "bob");

            Writes.failure(Reason.BUSY, () -> Writes.insert(store, "carol"));

            caller.commit();
        }
        assertThat(tables.contents().assertWhole().userNames()).containsExactly("alice", "bob");
        Writes.insert(store, "carol");
    }
}
