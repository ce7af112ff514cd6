package io.sipwright.jdbc;

import io.sipwright.store.ProvisioningStore;
import io.sipwright.testkit.store.SettableClock;
import io.sipwright.testkit.store.StoreContract;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/** The contract of a store, on H2. */
class H2StoreTest extends StoreContract {

    private static final TinkSecretCipher CIPHER = TinkSecretCipher.ofKeyset(TinkKeysets.create());

    @Override
    protected ProvisioningStore newStore(SettableClock clock) {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        pool.setMaxConnections(20);
        SchemaInitializer.of(pool).run();
        return JdbcStore.builder(pool, CIPHER).clock(clock).build();
    }
}
