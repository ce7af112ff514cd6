package io.sipwright.jdbc;

/** What a store in a database does besides, on a real MariaDB. */
class MariaDbJdbcTest extends JdbcSchemaContract {

    @Override
    FreshDatabase newDatabase() {
        return FreshDatabase.mariaDb();
    }
}
