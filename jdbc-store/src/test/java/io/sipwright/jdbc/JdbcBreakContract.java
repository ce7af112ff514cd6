package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sipwright.store.StoreException;
import io.sipwright.store.StoreException.Reason;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is left when a connection breaks at the first statement, at the second, and so on, until none is left. */
abstract class JdbcBreakContract extends JdbcCallerContract {

    private static final int MORE_THAN_ANY = 60;

    /** A store whose connection breaks at one statement. */
    private JdbcStore breaking(int statement, TinkSecretCipher with) {
        return database.store(BreakingDataSource.at(statement, database.dataSource()), with)
                .build();
    }

    private void prepare() {
        write(store, writing -> {
            writing.users().insert(user("alice", "1"), 1);
            writing.users().insert(user("bob", "1"), 1);
            writing.users().insert(user("probe", "1"), 1);
            return writing.trunks().insert(trunk("main"), 1);
        });
    }

    /** Breaks an operation at each of its statements: each time nothing of it is left, and others go on. */
    private void breakAtEach(Consumer<JdbcStore> operation) throws SQLException {
        prepare();
        for (int statement = 1; statement < MORE_THAN_ANY; statement++) {
            List<String> before = consistency.everything();
            JdbcStore breaking = breaking(statement, cipher);
            Throwable thrown = catchThrowable(() -> operation.accept(breaking));
            consistency.check(store);
            if (thrown == null) {
                assertThat(consistency.everything()).isNotEqualTo(before);
                assertThat(statement).as("statements").isGreaterThan(5);
                return;
            }
            assertThat(thrown)
                    .as("at %s", statement)
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> assertThat(e.reason()).isIn(Reason.UNREACHABLE, Reason.OUTCOME_UNKNOWN));
            assertThat(consistency.everything()).as("at %s", statement).isEqualTo(before);
            String extension = Integer.toString(100 + statement);
            write(store, writing -> writing.users().update(user("probe", extension), 1, OptionalLong.empty()));
        }
        throw new AssertionError("It never came through");
    }

    @Test
    void an_insert_that_breaks_leaves_nothing() throws SQLException {
        breakAtEach(breaking -> write(breaking, writing -> writing.users().insert(user("new", "1"), 1)));
    }

    @Test
    void an_update_that_breaks_leaves_nothing() throws SQLException {
        breakAtEach(breaking ->
                write(breaking, writing -> writing.users().update(user("ALICE", "2"), 1, OptionalLong.empty())));
    }

    @Test
    void a_deletion_that_breaks_leaves_nothing() throws SQLException {
        breakAtEach(breaking -> write(breaking, writing -> writing.trunks().delete("main", OptionalLong.empty())));
    }

    @Test
    void an_upsert_that_breaks_leaves_nothing() throws SQLException {
        breakAtEach(breaking -> write(
                breaking,
                writing -> writing.users()
                        .upsertAll(
                                IntStream.range(0, 600)
                                        .mapToObj(i -> user(i == 0 ? "ALICE" : i == 599 ? "bob" : "user" + i, "2"))
                                        .toList(),
                                spec -> 1)));
    }

    @Test
    void a_resealing_that_breaks_can_go_on() throws SQLException {
        String both = TinkKeysets.promote(TinkKeysets.addKey(keyset));
        JdbcStore withOld = store;
        TinkSecretCipher twoKeys = TinkSecretCipher.ofKeyset(both);
        write(withOld, writing -> {
            writing.users().insert(user("alice", "1"), 1);
            return writing.trunks().insert(trunk("main"), 1);
        });
        JdbcStore withBoth = database.store(pool, twoKeys).build();

        int breaks = 0;
        for (int statement = 1; statement < MORE_THAN_ANY; statement++) {
            JdbcStore breaking = breaking(statement, twoKeys);
            Throwable thrown = catchThrowable(() -> breaking.reseal(count -> {}));
            consistency.check(withBoth);
            if (thrown == null) {
                break;
            }
            assertThat(thrown).isInstanceOf(StoreException.class);
            breaks++;
        }

        assertThat(breaks).isBetween(10, MORE_THAN_ANY - 2);
        JdbcStore withNew = database.store(pool, TinkSecretCipher.ofKeyset(TinkKeysets.dropOldKeys(both)))
                .build();
        consistency.check(withNew);
        assertThat(withNew.reseal(count -> {})).isZero();
        assertThat(generation()).isEqualTo(1);
        emptyForOtherKey(withNew);
    }

    /** What is checked at the end is read with a key that never sealed any of it. */
    private static void emptyForOtherKey(JdbcStore withNew) {
        write(withNew, writing -> {
            writing.users().delete("alice", OptionalLong.empty());
            return writing.trunks().delete("main", OptionalLong.empty());
        });
    }
}
