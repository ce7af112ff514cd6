package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A write in the caller's transaction fails, and the caller goes on with that transaction. */
@Timeout(60)
class JoinedFailureTest {

    /** {@link ProvisioningStore}: "if the function throws, nothing of it remains". */
    @ParameterizedTest
    @EnumSource
    void ofAFunctionThatThrowsNothingRemainsInATransactionThatIsCommitted(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        JdbcStore store = tables.store();
        Writes.insert(store, "alice");
        TableContents before = tables.contents();
        try (Connection caller = tables.dataSource.getConnection()) {
            caller.setAutoCommit(false);
            ProvisioningStore joined = store.joining(caller);
            assertThatThrownBy(() -> joined.write(writing -> {
                        writing.users().insert(Writes.user("bob"), 1);
                        throw new IllegalStateException("the host thinks better of it");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            caller.commit();
        }

        assertThat(tables.contents()).isEqualTo(before);
    }

    /** The statement alone is undone by MariaDB and H2, not what came before it. */
    @ParameterizedTest
    @EnumSource
    void ofAWriteThatMetALockNothingRemainsInATransactionThatIsCommitted(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        JdbcStore store = tables.store();
        Writes.insert(store, "alice");
        TableContents before = tables.contents();
        try (Connection other = tables.dataSource.getConnection();
                Connection caller = tables.dataSource.getConnection()) {
            other.setAutoCommit(false);
            FaultyDataSource.execute(other, "UPDATE " + tables.users() + " SET call_limit = 6");
            FaultyDataSource.execute(caller, database.lockTimeout());
            caller.setAutoCommit(false);
            ProvisioningStore joined = store.joining(caller);
            Writes.failure(
                    Reason.BUSY,
                    () -> joined.write(writing -> {
                        writing.users().insert(Writes.user("bob"), 1);
                        return writing.users().delete("alice", OptionalLong.empty());
                    }));
            other.rollback();
            commitIfItLets(caller);
        }

        assertThat(tables.contents()).isEqualTo(before);
    }

    /** PostgreSQL commits no transaction in which a statement failed. */
    private static void commitIfItLets(Connection caller) throws SQLException {
        try {
            caller.commit();
        } catch (SQLException e) {
            caller.rollback();
        }
    }

    /** The caller holds the only connection, and the store wants to see first whether its tables are there. */
    @ParameterizedTest
    @EnumSource
    void theFirstUseNeedsNoSecondConnection(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        try (HikariDataSource pool = tables.pool(1);
                Connection caller = pool.getConnection()) {
            caller.setAutoCommit(false);
            Writes.insert(tables.store(pool).joining(caller), "alice");
            caller.commit();
        }

        assertThat(tables.contents().assertWhole().userNames()).containsExactly("alice");
    }
}
