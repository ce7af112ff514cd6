package io.sipwright.jdbc;

/** The contract of a store, on H2. */
class H2StoreTest extends JdbcStoreContract {

    @Override
    FreshDatabase database() {
        return FreshDatabase.h2();
    }
}
