package io.sipwright.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.testkit.store.SettableClock;
import io.sipwright.testkit.store.StoreContract;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract of a store, on a real PostgreSQL; each test has tables of its own, told apart by a prefix. */
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
class PostgreSqlStoreTest extends StoreContract {

    private static final TinkSecretCipher CIPHER = TinkSecretCipher.ofKeyset(TinkKeysets.create());
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static EmbeddedPostgres server;

    private HikariDataSource pool;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Override
    protected ProvisioningStore newStore(SettableClock clock) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(server.getPostgresDatabase());
        config.setMaximumPoolSize(20);
        pool = new HikariDataSource(config);
        String prefix = "t" + NUMBER.incrementAndGet() + "_";
        SchemaInitializer.of(pool, "public", prefix).run();
        return JdbcStore.builder(pool, CIPHER)
                .schema("public")
                .tablePrefix(prefix)
                .clock(clock)
                .build();
    }

    /** Each change waits for the disk, unlike in memory. */
    @Override
    protected int operations() {
        return 500;
    }
}
