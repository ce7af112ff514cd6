package io.sipwright.jdbc;

/** What a store in a database does besides, on a real PostgreSQL. */
class PostgreSqlJdbcTest extends JdbcSchemaContract {

    @Override
    FreshDatabase newDatabase() {
        return FreshDatabase.postgreSql();
    }
}
