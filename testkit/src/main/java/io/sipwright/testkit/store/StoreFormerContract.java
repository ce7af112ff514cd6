package io.sipwright.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.Change.Action;
import io.sipwright.store.FormerState;
import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.Trunk;
import io.sipwright.user.SipUser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store can tell of many objects at one generation. */
abstract class StoreFormerContract extends StoreHistoryContract {

    private Map<String, FormerState<SipUser>> users(Collection<String> names, long generation) {
        return store.read(view -> view.users().asOf(names, generation));
    }

    @Test
    void of_each_object_the_newest_state_up_to_a_generation_is_told() {
        SipUser first = insert(user("alice"));
        SipUser second = update(
                user("alice").toBuilder()
                        .secret("another-secret-0815")
                        .override(OptionOverride.set("auth", "password", "hidden"))
                        .build(),
                ANY);
        SipUser bob = insert(user("bob"));
        SipUser third = update(user("alice").toBuilder().extension("3").build(), ANY);

        assertThat(users(List.of("alice", "bob"), 0)).isEmpty();
        assertThat(users(List.of("alice", "bob"), 1))
                .extractingByKey("alice")
                .extracting(FormerState::object)
                .isEqualTo(first);
        assertThat(users(List.of("alice", "bob"), 2)).containsOnlyKeys("alice");
        assertThat(users(List.of("alice", "bob"), 2))
                .extractingByKey("alice")
                .extracting(FormerState::object)
                .isEqualTo(second);
        assertThat(users(List.of("alice", "bob"), 3))
                .extractingByKey("alice")
                .extracting(FormerState::object)
                .isEqualTo(second);
        assertThat(users(List.of("alice", "bob"), 3))
                .extractingByKey("bob")
                .extracting(FormerState::object)
                .isEqualTo(bob);
        assertThat(users(List.of("alice", "bob"), 99))
                .extractingByKey("alice")
                .extracting(FormerState::object)
                .isEqualTo(third);
        assertThat(users(List.of(), 99)).isEmpty();
    }

    @Test
    void a_deletion_is_told_as_one() {
        SipUser alice = insert(user("alice"));
        write(writing -> writing.users().delete("alice", ANY));

        FormerState<SipUser> state =
                Objects.requireNonNull(users(List.of("alice"), 2).get("alice"));

        assertThat(state.change().action()).isEqualTo(Action.DELETED);
        assertThat(state.object()).isEqualTo(alice);
    }

    @Test
    void former_states_are_found_in_whatever_case_by_the_name_in_lower_case() {
        insert(user("Alice"));
        update(user("ALICE"), ANY);

        for (String name : List.of("alice", "Alice", "ALICE")) {
            assertThat(users(List.of(name), 1))
                    .extractingByKey("alice")
                    .extracting(state -> state.object().name())
                    .isEqualTo("Alice");
            assertThat(users(List.of(name), 2))
                    .extractingByKey("alice")
                    .extracting(state -> state.object().name())
                    .isEqualTo("ALICE");
        }
    }

    @Test
    void former_states_of_one_kind_are_not_those_of_the_other() {
        insert(user("main"));
        write(writing -> writing.users().delete("main", ANY));
        Trunk trunk = write(writing -> writing.trunks().insert(trunk("main"), 1));

        assertThat(store.<Map<String, FormerState<Trunk>>>read(
                        view -> view.trunks().asOf(List.of("main"), 2)))
                .isEmpty();
        assertThat(store.<Map<String, FormerState<Trunk>>>read(
                        view -> view.trunks().asOf(List.of("main"), 3)))
                .extractingByKey("main")
                .extracting(FormerState::object)
                .isEqualTo(trunk);
        assertThat(users(List.of("main"), 3))
                .extractingByKey("main")
                .extracting(state -> state.change().action())
                .isEqualTo(Action.DELETED);
    }

    @Test
    void of_two_changes_in_one_generation_the_last_one_counts() {
        insert(user("alice"));
        SipUser again = write(writing -> {
            writing.users().delete("alice", ANY);
            return writing.users()
                    .insert(user("alice").toBuilder().extension("2").build(), 1);
        });

        assertThat(users(List.of("alice"), 2))
                .extractingByKey("alice")
                .extracting(FormerState::object)
                .isEqualTo(again);
    }

    @Test
    void former_states_of_very_many_names_are_told_at_once() {
        List<String> names = new ArrayList<>(
                IntStream.range(0, 1201).mapToObj(i -> "user" + i).toList());
        write(writing ->
                writing.users().upsertAll(names.stream().map(name -> user(name)).toList(), spec -> 1));
        update(user("user1200").toBuilder().extension("9").build(), ANY);
        names.add("nobody");

        assertThat(users(names, 1))
                .hasSize(1201)
                .allSatisfy((key, state) -> assertThat(state.object().name()).isEqualTo(key));
        assertThat(users(names, 1))
                .extractingByKey("user1200")
                .extracting(state -> state.object().version())
                .isEqualTo(1L);
        assertThat(users(names, 2))
                .extractingByKey("user1200")
                .extracting(state -> state.object().version())
                .isEqualTo(2L);
    }

    @Test
    void a_writing_sees_the_states_it_makes() {
        write(writing -> {
            SipUser created = writing.users().insert(user("alice"), 1);
            assertThat(writing.users().asOf(List.of("alice"), writing.generation()))
                    .isEmpty();
            assertThat(writing.users().asOf(List.of("alice"), writing.generation() + 1))
                    .extractingByKey("alice")
                    .extracting(FormerState::object)
                    .isEqualTo(created);
            return 0;
        });
    }
}
