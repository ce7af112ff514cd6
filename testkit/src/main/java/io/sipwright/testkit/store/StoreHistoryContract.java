package io.sipwright.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.Change;
import io.sipwright.store.Change.Action;
import io.sipwright.store.FormerState;
import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which former states of an object every store can tell. */
abstract class StoreHistoryContract extends StoreAuditContract {

    private List<FormerState<SipUser>> history(String name) {
        return store.read(view -> view.users().history(name, 100));
    }

    private static List<Action> actions(List<? extends FormerState<?>> states) {
        return states.stream().map(FormerState::change).map(Change::action).toList();
    }

    @Test
    void the_history_of_a_trunk_is_complete() {
        TrunkSpec first = trunk("main").toBuilder()
                .active(false)
                .allowWideInbound(true)
                .field("server", "sip.example.com")
                .field("house", "custom \"one\"\n😀")
                .field("inbound_sources", List.of("192.0.2.1", "192.0.2.2"))
                .override(OptionOverride.set("endpoint", "language", "de", "en"))
                .override(OptionOverride.set("auth", "password", "hidden"))
                .override(OptionOverride.remove("endpoint", "send_pai"))
                .build();
        Trunk created = write(writing -> writing.trunks().insert(first, 7));
        clock.advance(Duration.ofMinutes(5));
        Trunk updated = write(writing -> writing.trunks()
                .update(trunk("main").toBuilder().password("another").build(), 8, ANY));

        List<FormerState<Trunk>> states = store.read(view -> view.trunks().history("main", 100));

        assertThat(states).extracting(FormerState::object).containsExactly(updated, created);
        assertThat(states.get(1).object().spec()).isEqualTo(first);
        assertThat(actions(states)).containsExactly(Action.UPDATED, Action.CREATED);
        assertThat(states).extracting(state -> state.change().version()).containsExactly(2L, 1L);
        assertThat(states)
                .extracting(state -> state.change().at())
                .containsExactly(updated.updatedAt(), created.createdAt());
    }

    @Test
    void the_history_of_a_user_is_complete() {
        SipUserSpec given = user("alice").toBuilder()
                .notes("desk 4\n😀")
                .active(false)
                .field("house", List.of("a", "b"))
                .override(OptionOverride.set("auth", "password", "hidden"))
                .build();
        SipUser created = insert(given);

        assertThat(history("alice")).extracting(FormerState::object).containsExactly(created);
        assertThat(history("alice").get(0).object().spec()).isEqualTo(given);
    }

    @Test
    void the_history_outlives_its_object() {
        SipUser created = insert(user("alice"));
        write(writing -> writing.users().delete("alice", ANY));

        assertThat(actions(history("alice"))).containsExactly(Action.DELETED, Action.CREATED);
        assertThat(history("alice")).extracting(FormerState::object).containsExactly(created, created);
    }

    @Test
    void the_history_goes_on_when_a_name_is_used_again() {
        SipUser first = insert(user("alice"));
        write(writing -> writing.users().delete("alice", ANY));
        SipUser second =
                insert(user("Alice").toBuilder().extension("2").secret("new").build());

        assertThat(actions(history("alice"))).containsExactly(Action.CREATED, Action.DELETED, Action.CREATED);
        assertThat(history("alice")).extracting(FormerState::object).containsExactly(second, first, first);
    }

    @Test
    void the_history_is_found_in_whatever_case() {
        SipUser created = insert(user("Alice"));
        SipUser respelled = update(user("ALICE"), ANY);
        insert(user("alice2"));

        for (String name : List.of("alice", "Alice", "ALICE", "aLiCe")) {
            assertThat(history(name)).extracting(FormerState::object).containsExactly(respelled, created);
        }
        assertThat(history("alice")).extracting(state -> state.change().name()).containsExactly("ALICE", "Alice");
        assertThat(history("alic")).isEmpty();
    }

    @Test
    void the_history_of_one_kind_is_not_that_of_the_other() {
        insert(user("main"));
        write(writing -> writing.users().delete("main", ANY));
        Trunk trunk = write(writing -> writing.trunks().insert(trunk("main"), 1));

        assertThat(store.<List<FormerState<Trunk>>>read(view -> view.trunks().history("main", 100)))
                .extracting(FormerState::object)
                .containsExactly(trunk);
        assertThat(actions(history("main"))).containsExactly(Action.DELETED, Action.CREATED);
    }

    @Test
    void of_a_long_history_the_newest_states_are_told() {
        insert(user("alice"));
        for (int i = 2; i <= 5; i++) {
            update(user("alice").toBuilder().extension(Integer.toString(i)).build(), ANY);
        }

        for (int limit = 1; limit <= 6; limit++) {
            int most = limit;
            List<FormerState<SipUser>> states = store.read(view -> view.users().history("alice", most));
            assertThat(states)
                    .extracting(state -> state.object().version())
                    .isEqualTo(List.of(5L, 4L, 3L, 2L, 1L).subList(0, Math.min(limit, 5)));
        }
    }

    @Test
    void a_writing_sees_the_history_it_makes() {
        write(writing -> {
            SipUser created = writing.users().insert(user("alice"), 1);
            SipUser deleted = writing.users().delete("alice", ANY);
            assertThat(writing.users().history("alice", 10))
                    .extracting(FormerState::object)
                    .containsExactly(deleted, created);
            return 0;
        });
    }

    @Test
    void names_that_differ_by_an_accent_have_histories_of_their_own() {
        SipUser plain = insert(user("jurgen"));
        SipUser accented = insert(user("jürgen"));

        assertThat(history("jurgen")).extracting(FormerState::object).containsExactly(plain);
        assertThat(history("JÜRGEN")).extracting(FormerState::object).containsExactly(accented);
    }
}
