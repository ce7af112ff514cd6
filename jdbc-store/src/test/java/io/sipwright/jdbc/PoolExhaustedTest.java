package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.store.StoreException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Someone else has the last connection of the pool. */
@Timeout(60)
class PoolExhaustedTest {

    @ParameterizedTest
    @EnumSource
    void aStoreThatGetsNoConnectionIsBusyAndWorksOnceThereIsOne(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        try (HikariDataSource pool = impatient(tables)) {
            JdbcStore store = tables.store(pool);
            try (Connection held = pool.getConnection()) {
                assertThat(held.isClosed()).isFalse();
                Writes.failure(Reason.BUSY, () -> Writes.generation(store));
                Writes.failure(Reason.BUSY, () -> Writes.insert(store, "alice"));
                Writes.failure(Reason.BUSY, store::stampKey);
                Writes.failure(Reason.BUSY, () -> store.nodes().state("node"));
                Writes.failure(Reason.BUSY, () -> store.reseal(rows -> {}));
            }
            assertThat(Writes.generation(store)).isZero();
            Writes.insert(store, "alice");
            tables.contents().assertWhole();
        }
    }

    @ParameterizedTest
    @EnumSource
    void makingTheTablesIsBusyAsWell(TestDatabase database) throws SQLException {
        TestTables tables = database.newTablesNotMade();
        try (HikariDataSource pool = impatient(tables)) {
            SchemaInitializer initializer = SchemaInitializer.of(pool, "", tables.prefix);
            try (Connection held = pool.getConnection()) {
                assertThat(held.isClosed()).isFalse();
                Writes.failure(Reason.BUSY, initializer::run);
                Writes.failure(Reason.BUSY, initializer::ddl);
            }
            initializer.run();
            Writes.insert(tables.store(pool), "alice");
        }
    }

    /** Each write takes one connection and gives it back, whatever happens to it. */
    @ParameterizedTest
    @EnumSource
    void noFailureKeepsAConnection(TestDatabase database) {
        TestTables tables = database.newTables();
        FaultyDataSource faulty = new FaultyDataSource(tables.dataSource);
        try (HikariDataSource pool = TestTables.pool(faulty.dataSource(), 1)) {
            JdbcStore store = tables.store(pool);
            Writes.insert(store, "alice");
            for (String state : new String[] {"40001", "42501", "25006", "57014"}) {
                faulty.instead(FaultyDataSource.Call.STATEMENT, "sip_names", 4, FaultyDataSource.Fault.of(state));
                catchThrowable(() -> Writes.insert(store, "bob"));
                faulty.instead(FaultyDataSource.Call.COMMIT, "", 4, FaultyDataSource.Fault.of(state));
                catchThrowable(() -> Writes.insert(store, "bob"));
            }
            catchThrowable(() -> store.write(writing -> {
                throw new StackOverflowError("simulated");
            }));
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    /** Gives up early, and has its only connection already: to make one may take a busy machine longer than that. */
    private static HikariDataSource impatient(TestTables tables) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(tables.dataSource);
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(500);
        config.setInitializationFailTimeout(20_000); // so long it may take, and then it is there
        return new HikariDataSource(config);
    }
}
