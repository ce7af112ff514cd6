package io.sipwright.jdbc;

import org.junit.jupiter.api.parallel.Isolated;

/** The contract of a store, on a real MariaDB. */
@Isolated("its many callers need all that the machine has")
class MariaDbStoreTest extends JdbcStoreContract {

    @Override
    FreshDatabase database() {
        return FreshDatabase.mariaDb();
    }
}
