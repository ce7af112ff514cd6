package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.store.ConflictException;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change asks for each name once, and knows what it has done to the names itself. */
class NamesAskedOnceTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final TestTables tables = TestDatabase.H2.newTables();
    private final JdbcStore store = tables.store(new FaultyDataSource(tables.dataSource)
            .before(
                    FaultyDataSource.Call.STATEMENT,
                    "WHERE name_key IN",
                    Integer.MAX_VALUE,
                    connection -> asked.incrementAndGet())
            .dataSource());

    @BeforeEach
    void someoneIsThere() {
        Writes.insert(store, "alice");
        asked.set(0);
    }

    @Test
    void both_kinds_and_every_case_share_the_answer() throws SQLException {
        store.write(writing -> {
            assertThat(writing.trunks().find("bob")).isEmpty();
            assertThat(writing.users().find("BOB")).isEmpty();
            assertThat(writing.users().findAll(List.of("bob", "alice"))).containsOnlyKeys("alice");
            assertThat(writing.users().find("Alice")).isPresent();
            return writing.users().insert(Writes.user("bob"), 1);
        });

        assertThat(asked).hasValue(2); // for bob, and for alice
        assertThat(tables.contents().assertWhole().userNames()).containsExactly("alice", "bob");
    }

    @Test
    void what_was_done_in_between_counts() throws SQLException {
        store.write(writing -> {
            writing.users().delete("alice", OptionalLong.empty());
            assertThat(writing.users().find("alice")).isEmpty();
            writing.trunks().insert(Writes.trunk("Alice", Writes.SECRET), 1);
            assertThat(writing.trunks().find("alice")).isPresent();
            assertThatThrownBy(() -> writing.users().insert(Writes.user("alice"), 1))
                    .isInstanceOf(ConflictException.class);
            return true;
        });

        assertThat(tables.contents().assertWhole().userNames()).isEmpty();
    }

    @Test
    void a_reading_asks_each_time() {
        store.read(view -> {
            view.users().find("alice");
            return view.users().find("alice");
        });

        assertThat(asked).hasValue(2);
    }
}
