package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreException.Reason;
import io.sipwright.user.SipUserSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The caller's transaction still sees a state that another writer has left behind meanwhile. */
@Timeout(60)
class JoinedIsolationTest {

    static Stream<Arguments> isolations() {
        return Stream.of(TestDatabase.values())
                .flatMap(database -> Stream.of(
                                Connection.TRANSACTION_READ_COMMITTED,
                                Connection.TRANSACTION_REPEATABLE_READ,
                                Connection.TRANSACTION_SERIALIZABLE)
                        .map(isolation -> Arguments.of(database, isolation)));
    }

    @ParameterizedTest
    @MethodSource("isolations")
    void aChangeOfAnotherIsNeverLost(TestDatabase database, int isolation) throws SQLException {
        TestTables tables = database.newTables();
        JdbcStore store = tables.store();
        Writes.insert(store, "alice");
        Throwable failure;
        try (Connection caller = tables.dataSource.getConnection()) {
            caller.setAutoCommit(false);
            caller.setTransactionIsolation(isolation);
            ProvisioningStore joined = store.joining(caller);
            assertThat(Writes.generation(joined)).isEqualTo(1);
            assertThat(Writes.has(joined, "alice")).isTrue();
            boolean changed = changeNotes(tables.store(connectionsOf(tables, database)));

            failure = catchThrowable(() -> joined.write(writing -> {
                SipUserSpec alice = writing.users().find("alice").orElseThrow().spec();
                return writing.users().update(alice.toBuilder().active(false).build(), 1, OptionalLong.empty());
            }));
            if (failure == null) {
                caller.commit();
            } else {
                caller.rollback();
            }
            TableContents after = tables.contents().assertWhole();
            assertThat(after.generation()).isEqualTo(1 + (changed ? 1 : 0) + (failure == null ? 1 : 0));
            assertThat(notes(store)).isEqualTo(changed ? "by another" : "");
        }
        assertThat(reason(failure)).isIn(Reason.BUSY, null);
        Writes.insert(store, "bob");
    }

    /** A caller who is SERIALIZABLE may make the other wait, who gives up then. */
    private static boolean changeNotes(JdbcStore store) {
        Throwable failure = catchThrowable(() -> store.write(writing -> writing.users()
                .update(Writes.user("alice").toBuilder().notes("by another").build(), 1, OptionalLong.empty())));
        assertThat(reason(failure)).isIn(Reason.BUSY, null);
        return failure == null;
    }

    private static DataSource connectionsOf(TestTables tables, TestDatabase database) {
        return FaultyDataSource.settingUp(tables.dataSource, database.lockTimeout());
    }

    private static @Nullable Reason reason(@Nullable Throwable failure) {
        if (failure == null) {
            return null;
        }
        assertThat(failure).isInstanceOf(StoreException.class);
        return ((StoreException) failure).reason();
    }

    private static String notes(ProvisioningStore store) {
        return store.<String>read(
                view -> view.users().find("alice").orElseThrow().spec().notes());
    }
}
