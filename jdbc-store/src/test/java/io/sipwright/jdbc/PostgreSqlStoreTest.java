package io.sipwright.jdbc;

/** The contract of a store, on a real PostgreSQL. */
class PostgreSqlStoreTest extends JdbcStoreContract {

    @Override
    FreshDatabase database() {
        return FreshDatabase.postgreSql();
    }
}
