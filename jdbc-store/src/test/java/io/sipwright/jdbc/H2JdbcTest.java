package io.sipwright.jdbc;

/** What a store in a database does besides, on H2. */
class H2JdbcTest extends JdbcSchemaContract {

    @Override
    FreshDatabase newDatabase() {
        return FreshDatabase.h2();
    }
}
