package io.sipwright.realtime;

class PostgreSqlRowWriterTest extends RowWriterContract {

    @Override
    TestDatabase newDatabase() {
        return PostgreSqlServer.newDatabase();
    }
}
