package io.sipwright.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.testkit.store.SettableClock;
import io.sipwright.testkit.store.StoreContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** The contract of a store, on a database; each test has tables of its own. */
abstract class JdbcStoreContract extends StoreContract {

    private static final TinkSecretCipher CIPHER = TinkSecretCipher.ofKeyset(TinkKeysets.create());

    private final FreshDatabase database = database();
    private final HikariDataSource pool = database.pool(20);

    abstract FreshDatabase database();

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Override
    protected ProvisioningStore newStore(SettableClock clock) {
        database.initializer().run();
        return database.store(pool, CIPHER).clock(clock).build();
    }

    /** Leases go by the clock of the database, which no one sets; so the time must really pass. */
    @Override
    protected void passLeaseTime(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis() + 20);
    }
}
