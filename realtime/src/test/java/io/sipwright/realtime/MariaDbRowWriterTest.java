package io.sipwright.realtime;

class MariaDbRowWriterTest extends RowWriterContract {

    @Override
    TestDatabase newDatabase() {
        return MariaDbServer.newDatabase();
    }
}
