package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.store.ConflictException;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a store does inside of a transaction of its caller. */
abstract class JdbcCallerContract extends JdbcContract {

    private final List<String> done = new ArrayList<>();

    /** Everything that a writing can do, and a task for after it. */
    private void changeEverything(ProvisioningStore joined) {
        joined.<Object>write("caller", JdbcCallerContract::changes);
        joined.<Object>write("caller", writing -> writing.trunks().insert(trunk("second"), 1));
        assertThat(joined.<Long>read(StoreView::generation)).isEqualTo(3);
        assertThat(joined.<Boolean>read(view -> view.trunks().find("second").isPresent()))
                .isTrue();
        joined.afterCommit(() -> done.add("task"));
    }

    private static Object changes(StoreWriting writing) {
        writing.users().insert(user("new", "1"), 1);
        writing.users().update(user("ALICE", "2"), 1, OptionalLong.empty());
        writing.users().delete("bob", OptionalLong.empty());
        writing.trunks().upsertAll(List.of(trunk("a"), trunk("b")), spec -> 1);
        return 0;
    }

    private List<String> before() throws SQLException {
        write(store, writing -> {
            writing.users().insert(user("alice", "1"), 1);
            return writing.users().insert(user("bob", "1"), 1);
        });
        return consistency.everything();
    }

    private Connection transaction() throws SQLException {
        Connection connection = pool.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    @Test
    void no_one_bears_a_name_that_no_database_can_hold() {
        write(store, writing -> writing.users().insert(user("alice", "1"), 1));

        for (String name : List.of("\0", "alice\0", "\0alice", "al\0ice")) {
            assertThat(store.<Boolean>read(view -> view.users().find(name).isEmpty()
                            && view.sectionOwner(name).isEmpty()
                            && view.trunks().findAll(List.of("bob", name)).isEmpty()))
                    .isTrue();
        }
        assertThat(store.<Integer>read(
                        view -> view.users().findAll(List.of("a\0", "Alice")).size()))
                .isEqualTo(1);
    }

    @Test
    void what_the_caller_rolls_back_leaves_no_trace() throws SQLException {
        List<String> before = before();
        try (Connection connection = transaction()) {
            changeEverything(store.joining(connection, task -> done.add("kept")));
            connection.rollback();
        }

        assertThat(consistency.everything()).isEqualTo(before);
        assertThat(done).containsExactly("kept");
        assertThat(generation()).isEqualTo(1);
    }

    @Test
    void what_the_caller_commits_counts() throws SQLException {
        before();
        try (Connection connection = transaction()) {
            changeEverything(store.joining(connection));
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.isClosed()).isFalse();
            connection.commit();
        }

        assertThat(generation()).isEqualTo(3);
        assertThat(done).as("no one said when the commit was").isEmpty();
    }

    @Test
    void a_rolled_back_transaction_of_a_framework_leaves_no_trace() throws SQLException {
        List<String> before = before();
        ThreadTransaction transactions = new ThreadTransaction(pool);
        JdbcStore joining =
                database.store(pool, cipher).callerTransaction(transactions).build();
        transactions.begin();
        changeEverything(joining);
        assertThat(done).isEmpty();
        transactions.rollBack();

        assertThat(consistency.everything()).isEqualTo(before);
        assertThat(done).isEmpty();
    }

    @Test
    void tasks_run_after_the_commit_of_a_framework() throws SQLException {
        before();
        ThreadTransaction transactions = new ThreadTransaction(pool);
        JdbcStore joining =
                database.store(pool, cipher).callerTransaction(transactions).build();
        transactions.begin();
        changeEverything(joining);
        assertThat(done).isEmpty();
        transactions.commit();

        assertThat(done).containsExactly("task");
        assertThat(joining.<Long>read(StoreView::generation)).isEqualTo(3);
        joining.afterCommit(() -> done.add("now"));
        assertThat(done).as("no transaction, nothing to wait for").containsExactly("task", "now");
    }

    @Test
    void a_refusal_leaves_the_transaction_of_the_caller_usable() throws SQLException {
        before();
        try (Connection connection = transaction()) {
            ProvisioningStore joined = store.joining(connection);
            assertThatThrownBy(() ->
                            joined.<Object>write(writing -> writing.users().insert(user("Alice", "1"), 1)))
                    .isInstanceOf(ConflictException.class);
            joined.<Object>write(writing -> writing.users().insert(user("carol", "1"), 1));
            connection.commit();
        }

        assertThat(generation()).isEqualTo(2);
    }

    @Test
    void a_rolled_back_transaction_takes_no_lease_back() throws SQLException {
        try (Connection connection = transaction()) {
            ProvisioningStore joined = store.joining(connection);
            joined.nodes().acquire("node", "a", Duration.ofMinutes(5)).orElseThrow();
            connection.rollback();
        }

        assertThat(store.nodes().acquire("node", "b", Duration.ofMinutes(5))).isEmpty();
    }
}
