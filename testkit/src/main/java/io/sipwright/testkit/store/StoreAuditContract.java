package io.sipwright.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.sipwright.store.Change;
import io.sipwright.store.Change.Action;
import io.sipwright.store.ObjectKind;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.user.SipUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store tells of who did what. */
abstract class StoreAuditContract extends StoreSectionNamesContract {

    private static List<Change> changesSince(StoreView view, long generation) {
        try (var changes = view.changesSince(generation)) {
            return changes.toList();
        }
    }

    private List<Change> changesSince(long generation) {
        return store.read(view -> changesSince(view, generation));
    }

    private Change insertAs(String actor, String name) {
        long generation = store.<SipUser>write(actor, writing -> writing.users().insert(user(name), 1))
                .generation();
        return changesSince(generation - 1).get(0);
    }

    @Test
    void the_audit_tells_who_did_what_and_when() {
        Instant first = clock.instant();
        store.<SipUser>write("anna", writing -> writing.users().insert(user("alice"), 1));
        clock.advance(Duration.ofMinutes(1));
        Instant second = clock.instant();
        store.<SipUser>write(
                "ben",
                writing -> writing.users()
                        .update(user("Alice").toBuilder().extension("2").build(), 1, ANY));
        clock.advance(Duration.ofNanos(1_000));
        Instant third = clock.instant();
        write(writing -> writing.trunks().insert(trunk("main"), 1));
        store.<SipUser>write("cleo", writing -> writing.users().delete("alice", ANY));

        List<Change> all = List.of(
                new Change(1, ObjectKind.USER, "alice", Action.CREATED, 1, "anna", first),
                new Change(2, ObjectKind.USER, "Alice", Action.UPDATED, 2, "ben", second),
                new Change(3, ObjectKind.TRUNK, "main", Action.CREATED, 1, ProvisioningStore.SYSTEM, third),
                new Change(4, ObjectKind.USER, "Alice", Action.DELETED, 2, "cleo", third));
        for (int since = 0; since <= 4; since++) {
            assertThat(changesSince(since)).isEqualTo(all.subList(since, 4));
        }
        assertThat(changesSince(-1)).isEqualTo(all);
        assertThat(changesSince(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void changes_of_one_writing_come_in_their_order() {
        write(writing -> {
            writing.users().insert(user("b"), 1);
            writing.trunks().insert(trunk("a"), 1);
            writing.users().update(user("b"), 1, ANY); // changes nothing
            writing.users().update(user("b").toBuilder().extension("2").build(), 1, ANY);
            return writing.users().delete("b", ANY);
        });

        assertThat(changesSince(0))
                .extracting(change -> change.generation() + " " + change.action() + " " + change.name())
                .containsExactly("1 CREATED b", "1 CREATED a", "1 UPDATED b", "1 DELETED b");
    }

    @Test
    void a_writing_sees_the_changes_it_made_itself() {
        insert(user("before"));
        write(writing -> {
            assertThat(changesSince(writing, 1)).isEmpty();
            writing.users().insert(user("alice"), 1);
            assertThat(changesSince(writing, 1))
                    .extracting(Change::generation, Change::name)
                    .containsExactly(tuple(2L, "alice"));
            assertThat(changesSince(writing, 0)).hasSize(2);
            return 0;
        });
    }

    @Test
    void a_refused_writing_leaves_no_change() {
        insert(user("alice"));
        Throwable thrown = catchThrowable(() -> write(writing -> {
            writing.users().insert(user("bob"), 1);
            return writing.users().insert(user("alice"), 1);
        }));

        assertThat(thrown).isNotNull();
        assertThat(changesSince(1)).isEmpty();
    }

    @Test
    void changes_are_told_however_many_they_are() {
        int expected = 0;
        for (int more : new int[] {1_000, 1, 1_499}) { // a whole page, one more, the middle of the third
            int from = expected;
            upsert(IntStream.range(from, from + more)
                    .mapToObj(i -> user("user" + i))
                    .toList());
            expected += more;
            assertThat(changesSince(0))
                    .hasSize(expected)
                    .extracting(Change::name)
                    .isEqualTo(IntStream.range(0, expected)
                            .mapToObj(i -> "user" + i)
                            .toList());
        }
        assertThat(changesSince(0)).extracting(Change::generation).isSorted();
        assertThat(changesSince(1)).hasSize(1_500);
        assertThat(changesSince(2)).hasSize(1_499);
    }

    @Test
    void actors_are_kept_as_they_are() {
        List<String> actors = List.of("", "O'Brien \"x\" \\ %_", "Jürgen 😀", "a\tb\nc", "x".repeat(255));
        for (int i = 0; i < actors.size(); i++) {
            assertThat(insertAs(actors.get(i), "user" + i).actor()).isEqualTo(actors.get(i));
        }
    }

    @Test
    void of_a_long_actor_the_beginning_is_kept() {
        assertThat("x".repeat(300)).startsWith(insertAs("x".repeat(300), "a").actor());
        assertThat(insertAs("x".repeat(300), "b").actor()).hasSizeGreaterThanOrEqualTo(255);
    }

    @Test
    void a_long_actor_is_not_cut_within_a_character() {
        String actor = "x".repeat(254) + "😀😀"; // the 255th char is half of a character

        assertThat(actor).startsWith(insertAs(actor, "a").actor());
        assertThat(insertAs(actor, "b").actor()).startsWith("x".repeat(254));
    }
}
