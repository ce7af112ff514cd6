package io.sipwright.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.sipwright.store.Change;
import io.sipwright.store.ConflictException;
import io.sipwright.store.FormerState;
import io.sipwright.store.NotFoundException;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store does with many objects in one call. */
abstract class StoreUpsertContract extends StoreWritingContract {

    private static final int MANY = 1_100; // more than any store may put into one statement

    List<SipUser> upsert(List<SipUserSpec> specs) {
        return write(writing -> writing.users().upsertAll(specs, spec -> 3));
    }

    private static SipUserSpec user(String name, String extension) {
        return user(name).toBuilder().extension(extension).build();
    }

    private static List<SipUserSpec> many(String extension) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> user("user" + i, extension))
                .toList();
    }

    private List<FormerState<SipUser>> history(String name) {
        return store.read(view -> view.users().history(name, 10));
    }

    @Test
    void an_upgrade_notes_the_version_of_a_template_and_leaves_the_rest() {
        SipUser old = insert(user("old"));
        SipUser changed = insert(user("changed"));
        clock.advance(Duration.ofMinutes(5));
        List<SipUserSpec> specs = List.of(user("old"), user("changed", "7"));

        List<SipUser> upgraded = write(writing -> writing.users().upgradeAll(specs, spec -> 3));

        assertThat(upgraded).extracting(SipUser::spec).isEqualTo(specs);
        assertThat(upgraded).extracting(SipUser::templateVersion).containsExactly(3, 3);
        assertThat(upgraded).extracting(SipUser::version).containsExactly(2L, 2L);
        assertThat(upgraded).extracting(SipUser::id).containsExactly(old.id(), changed.id());
        assertThat(store.<SipUser>read(view -> view.users().find("old").orElseThrow()))
                .isEqualTo(upgraded.get(0));
        assertThat(history("old"))
                .extracting(
                        state -> state.object().templateVersion(),
                        state -> state.change().action())
                .containsExactly(tuple(3, Change.Action.UPDATED), tuple(1, Change.Action.CREATED));

        long generation = generation();
        List<SipUser> again = write(writing -> writing.users().upgradeAll(specs, spec -> 3));
        assertThat(again).isEqualTo(upgraded);
        assertThat(generation()).isEqualTo(generation);
    }

    @Test
    void an_upgrade_of_what_is_not_there_changes_nothing() {
        SipUser old = insert(user("old"));
        long generation = generation();

        assertThatThrownBy(() ->
                        write(writing -> writing.users().upgradeAll(List.of(user("old"), user("none")), spec -> 3)))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("none");

        assertThat(generation()).isEqualTo(generation);
        assertThat(store.<SipUser>read(view -> view.users().find("old").orElseThrow()))
                .isEqualTo(old);
    }

    @Test
    void an_upsert_of_nothing_changes_nothing() {
        assertThat(upsert(List.of())).isEmpty();
        assertThat(generation()).isZero();
    }

    @Test
    void an_upsert_inserts_changes_respells_and_leaves_alone() {
        SipUser same = insert(user("same"));
        SipUser changed = insert(user("changed"));
        SipUser respelled = insert(user("respelled"));
        clock.advance(Duration.ofMinutes(5));
        List<SipUserSpec> specs = List.of(
                user("zoe"), user("Respelled"), user("same"), user("anna"), user("changed", "7"), user("RESPELLED2"));

        List<SipUser> stored = upsert(specs);

        assertThat(stored).extracting(SipUser::spec).isEqualTo(specs);
        assertThat(stored).extracting(SipUser::version).containsExactly(1L, 2L, 1L, 1L, 2L, 1L);
        assertThat(stored).extracting(SipUser::templateVersion).containsExactly(3, 3, 1, 3, 3, 3);
        assertThat(stored.get(2)).isEqualTo(same);
        assertThat(stored.get(1).id()).isEqualTo(respelled.id());
        assertThat(stored.get(4).id()).isEqualTo(changed.id());
        assertThat(stored.get(4).createdAt()).isEqualTo(changed.createdAt());
        assertThat(stored.get(4).updatedAt()).isEqualTo(clock.instant());
        assertThat(users()).containsExactly("RESPELLED2", "Respelled", "anna", "changed", "same", "zoe");
        for (SipUser user : stored) {
            assertThat(store.<SipUser>read(
                            view -> view.users().find(user.name()).orElseThrow()))
                    .isEqualTo(user);
        }
    }

    @Test
    void an_upsert_notes_each_change_and_only_those() {
        SipUser same = insert(user("same"));
        insert(user("changed"));
        long before = generation();
        List<SipUser> stored = upsert(List.of(user("new"), user("same"), user("Changed", "7")));

        assertThat(generation()).isEqualTo(before + 1);
        assertThat(history("new")).extracting(FormerState::object).containsExactly(stored.get(0));
        assertThat(history("same")).extracting(FormerState::object).containsExactly(same);
        assertThat(history("changed"))
                .extracting(state -> state.change().action())
                .containsExactly(Change.Action.UPDATED, Change.Action.CREATED);
        assertThat(history("changed").get(0).object()).isEqualTo(stored.get(2));
        assertThat(store.<List<String>>read(view -> view.changesSince(before)
                        .map(change -> change.action() + " " + change.name())
                        .toList()))
                .containsExactlyInAnyOrder("CREATED new", "UPDATED Changed");
    }

    @Test
    void an_upsert_of_what_is_there_already_is_no_change() {
        List<SipUser> first = upsert(List.of(user("a"), user("b")));
        long before = generation();

        assertThat(upsert(List.of(user("b"), user("a")))).containsExactly(first.get(1), first.get(0));
        assertThat(generation()).isEqualTo(before);
    }

    @Test
    void more_than_one_statement_holds_are_one_generation() {
        List<SipUser> created = upsert(many("1"));
        assertThat(generation()).isEqualTo(1);
        assertThat(created).extracting(SipUser::spec).isEqualTo(many("1"));

        List<SipUserSpec> next = new ArrayList<>(many("2"));
        next.set(0, user("user0", "1")); // the first of a chunk, and one in the last, stay as they are
        next.set(MANY - 1, user("user" + (MANY - 1), "1"));
        next.add(550, user("new"));
        List<SipUser> changed = upsert(next);

        assertThat(generation()).isEqualTo(2);
        assertThat(changed).extracting(SipUser::spec).isEqualTo(next);
        assertThat(changed.get(0)).isEqualTo(created.get(0));
        assertThat(changed.get(MANY)).isEqualTo(created.get(MANY - 1));
        assertThat(changed).filteredOn(user -> user.version() == 2).hasSize(MANY - 2);
        assertThat(users()).hasSize(MANY + 1).isSorted();
        assertThat(store.<Long>read(view -> view.changesSince(1).count())).isEqualTo(MANY - 1);
        assertThat(history("user777"))
                .extracting(FormerState::object)
                .containsExactly(changed.get(778), created.get(777));
    }

    @Test
    void an_upsert_of_a_name_of_the_other_kind_takes_all_back() {
        write(writing -> writing.trunks().insert(trunk("user800"), 1));
        insert(user("user3"));

        assertThatThrownBy(() -> upsert(many("2")))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.name()).isEqualTo("user800"));
        assertThat(users()).containsExactly("user3");
        assertThat(history("user3")).hasSize(1);
        assertThat(generation()).isEqualTo(2);
    }

    @Test
    void an_upsert_sees_what_the_writing_did_before() {
        write(writing -> {
            writing.users().insert(user("a"), 1);
            writing.users().insert(user("b"), 1);
            writing.users().delete("b", ANY);
            List<SipUser> stored = writing.users().upsertAll(List.of(user("A"), user("b")), spec -> 1);
            assertThat(stored).extracting(SipUser::version).containsExactly(2L, 1L);
            return 0;
        });

        assertThat(users()).containsExactly("A", "b");
        assertThat(generation()).isEqualTo(1);
    }
}
