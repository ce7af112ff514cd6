package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.jdbc.FaultyDataSource.Call;
import io.sipwright.jdbc.FaultyDataSource.Fault;
import io.sipwright.store.StoreException.Reason;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A transaction that the database ends in favour of another is run again from its start, up to four times. */
@Timeout(60)
class GivingWayTest {

    private final AtomicInteger runs = new AtomicInteger();

    private void insertBob(JdbcStore store) {
        store.write(writing -> {
            runs.incrementAndGet();
            return writing.users().insert(Writes.user("bob"), 1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void threeSerializationFailuresAreSurvived(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        Writes.insert(tables.store(), "alice");

        insertBob(failing(tables, Call.STATEMENT, "INSERT INTO " + tables.users(), "40001", 3));

        assertThat(runs).hasValue(4);
        assertThat(tables.contents().assertWhole().generation()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void theFourthIsReportedAndTheStoreGoesOn(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        Writes.insert(tables.store(), "alice");
        TableContents before = tables.contents();
        JdbcStore store = failing(tables, Call.STATEMENT, "INSERT INTO " + tables.users(), "40001", 4);

        Writes.failure(Reason.BUSY, () -> insertBob(store));

        assertThat(runs).hasValue(4);
        assertThat(tables.contents()).isEqualTo(before);
        insertBob(store);
        tables.contents().assertWhole();
    }

    @ParameterizedTest
    @EnumSource
    void aCommitThatGivesWayIsRunAgainToo(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        JdbcStore store = tables.store();
        Writes.insert(store, "alice");
        JdbcStore failing = failing(tables, Call.COMMIT, "", "40P01", 3);

        insertBob(failing);

        assertThat(runs).hasValueBetween(1, 4); // the first use of a store is a transaction, which gives way first
        assertThat(tables.contents().assertWhole().generation()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aCommitThatAlwaysGivesWayIsReported(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        FaultyDataSource faulty = new FaultyDataSource(tables.dataSource);
        JdbcStore store = tables.store(faulty.dataSource());
        Writes.insert(store, "alice");
        TableContents before = tables.contents();
        faulty.instead(Call.COMMIT, "", 4, Fault.of("40001"));

        Writes.failure(Reason.BUSY, () -> insertBob(store));

        assertThat(runs).hasValue(4);
        assertThat(tables.contents()).isEqualTo(before);
        insertBob(store);
    }

    private static JdbcStore failing(TestTables tables, Call call, String sql, String state, int times) {
        return tables.store(new FaultyDataSource(tables.dataSource)
                .instead(call, sql, times, Fault.of(state))
                .dataSource());
    }
}
