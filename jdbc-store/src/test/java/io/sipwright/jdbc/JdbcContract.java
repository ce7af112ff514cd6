package io.sipwright.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.sql.SQLException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tables of its own for each test, a store on them, and a look at what is left in them at its end. */
abstract class JdbcContract {

    final String keyset = TinkKeysets.create();
    final TinkSecretCipher cipher = TinkSecretCipher.ofKeyset(keyset);
    final FreshDatabase database = newDatabase();
    final HikariDataSource pool = database.pool(10);
    final Consistency consistency = new Consistency(database);
    final JdbcStore store = database.store(pool, cipher).build();

    abstract FreshDatabase newDatabase();

    @BeforeEach
    void makeTables() {
        database.initializer().run();
        store.stampKey(); // the row of the state is there from the first use on
    }

    @AfterEach
    void checkTables() throws SQLException {
        try {
            consistency.check(store);
        } finally {
            pool.close();
        }
    }

    static SipUserSpec user(String name, String extension) {
        return SipUserSpec.builder(name, "basic_user")
                .extension(extension)
                .secret("secret of " + name)
                .override(OptionOverride.set("auth", "password", "hidden"))
                .build();
    }

    static TrunkSpec trunk(String name) {
        return TrunkSpec.builder(name, "telnyx")
                .username("u")
                .password("secret of " + name)
                .build();
    }

    static <R> R write(JdbcStore store, Function<StoreWriting, R> writing) {
        return store.<R>write("tester", writing).result();
    }

    long generation() {
        return store.<Long>read(StoreView::generation);
    }
}
