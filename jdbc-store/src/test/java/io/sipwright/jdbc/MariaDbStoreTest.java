package io.sipwright.jdbc;

/** The contract of a store, on a real MariaDB. */
class MariaDbStoreTest extends JdbcStoreContract {

    @Override
    FreshDatabase database() {
        return FreshDatabase.mariaDb();
    }
}
