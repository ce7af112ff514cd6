package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreException.Reason;
import io.sipwright.user.SipUser;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection is lost during the commit: whether it counted can't be told from here, and is found out afterwards. */
@Timeout(60)
class LostCommitTest {

    private final FaultyDataSource.Fault lost = FaultyDataSource.Fault.of("08006");

    @ParameterizedTest
    @EnumSource
    void aCommitWhoseAnswerIsLostMayHaveCounted(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        Writes.insert(tables.store(), "alice");
        FaultyDataSource faulty = new FaultyDataSource(tables.dataSource);
        JdbcStore store = prepared(tables, faulty);
        faulty.after(FaultyDataSource.Call.COMMIT, "", 1, lost);

        StoreException failure = Writes.failure(
                Reason.OUTCOME_UNKNOWN, () -> Writes.changeSecret(store, "alice", "another-Zr9xTm4-Vk7"));

        assertThat(failure).hasMessageContaining("not known whether the change counts");
        assertThat(version(store)).hasValue(2L);
        assertThat(tables.contents().assertWhole().generation()).isEqualTo(2);
        Writes.insert(store, "bob");
    }

    @ParameterizedTest
    @EnumSource
    void aCommitThatNeverArrivedIsReportedTheSameAndLeavesNothing(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        Writes.insert(tables.store(), "alice");
        FaultyDataSource faulty = new FaultyDataSource(tables.dataSource);
        JdbcStore store = prepared(tables, faulty);
        TableContents before = tables.contents();
        faulty.instead(FaultyDataSource.Call.COMMIT, "", 1, lost);

        Writes.failure(Reason.OUTCOME_UNKNOWN, () -> Writes.changeSecret(store, "alice", "another-Zr9xTm4-Vk7"));

        assertThat(version(store)).hasValue(1L);
        assertThat(tables.contents()).isEqualTo(before);
        assertThat(Writes.changeSecret(store, "alice", "another-Zr9xTm4-Vk7").version())
                .isEqualTo(2);
    }

    /** What a caller does who had read version 1: look whether it grew, and by whom, and write again only if it did not. */
    @ParameterizedTest
    @EnumSource
    void aCallerFindsTheTruthByTheVersionAndTheHistory(TestDatabase database) {
        TestTables tables = database.newTables();
        Writes.insert(tables.store(), "alice");
        FaultyDataSource faulty = new FaultyDataSource(tables.dataSource);
        JdbcStore store = prepared(tables, faulty);
        assertThat(version(store)).hasValue(1L);
        faulty.after(FaultyDataSource.Call.COMMIT, "", 1, lost);

        Writes.failure(
                Reason.OUTCOME_UNKNOWN,
                () -> store.write("request-4711", writing -> writing.users().delete("alice", OptionalLong.empty())));

        assertThat(version(store)).isEmpty();
        assertThat(store.<String>read(
                        view -> view.users().history("alice", 1).get(0).change().actor()))
                .isEqualTo("request-4711");
    }

    /** The first use of a store is a transaction, too; it is not the one that is looked at. */
    private static JdbcStore prepared(TestTables tables, FaultyDataSource faulty) {
        JdbcStore store = tables.store(faulty.dataSource());
        Writes.generation(store);
        return store;
    }

    private static Optional<Long> version(ProvisioningStore store) {
        return store.<Optional<Long>>read(view -> view.users().find("alice").map(SipUser::version));
    }
}
