package io.sipwright.testkit.reload;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.Section;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.RejectedObject.State;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadOutcome.NotAsked;
import io.sipwright.reload.ReloadOutcome.Rejected;
import io.sipwright.reload.ReloadOutcome.Unreachable;
import io.sipwright.reload.ReloadOutcome.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a reloader does that looks at what runs: it verifies what is new, has changed or is gone, and names each object that
 * Asterisk runs otherwise. Where an endpoint is missing, its auth and aor need not be named as well.
 */
public abstract class VerifyingReloaderContract extends ReloaderContract {

    private static final ObjectKey ALICE = new ObjectKey("endpoint", "alice");
    private static final ObjectKey BOB = new ObjectKey("endpoint", "bob");

    /** Alice and Bob, running. */
    private List<Section> running() {
        List<Section> users = ReloaderObjects.users("alice", "bob");
        world().write(users);
        assertThat(reload(users, List.of())).isInstanceOf(Verified.class);
        return users;
    }

    private static Map<ObjectKey, State> rejected(ReloadOutcome outcome) {
        assertThat(outcome).isInstanceOf(Rejected.class);
        List<RejectedObject> objects = ((Rejected) outcome).objects();
        assertThat(objects).allSatisfy(object -> assertThat(outcome.summary()).contains("Asterisk"));
        return objects.stream().collect(Collectors.toMap(RejectedObject::key, RejectedObject::state));
    }

    @Test
    void new_objects_are_seen_running() {
        List<Section> users = ReloaderObjects.users("alice", "bob");
        world().write(users);

        assertThat(reload(users, List.of()))
                .isInstanceOfSatisfying(
                        Verified.class,
                        verified -> assertThat(verified.objects()).isEqualTo(users.size()));
        assertThat(world().reloader().verify(ReloaderObjects.request(users, List.of())))
                .isInstanceOfAny(Verified.class, NotAsked.class);
        assertThat(world().another().reload(ReloaderObjects.request(users, users)))
                .isInstanceOf(Verified.class);
    }

    @Test
    void a_change_is_seen_running_and_only_after_it_was_loaded() {
        List<Section> before = running();
        List<Section> after = new ArrayList<>(ReloaderObjects.user("alice", "Somebody else"));
        after.addAll(ReloaderObjects.users("bob"));

        assertThat(rejected(reload(after, before))).containsOnly(Map.entry(ALICE, State.OTHER_VERSION));
        world().write(after);
        assertThat(reload(after, before)).isInstanceOf(Verified.class);
    }

    @Test
    void a_look_does_not_reload() {
        List<Section> before = running();
        List<Section> more = new ArrayList<>(before);
        more.addAll(ReloaderObjects.users("carol"));
        world().write(more);

        assertThat(world().reloader().verify(ReloaderObjects.request(more, before)))
                .isInstanceOfAny(Rejected.class, NotAsked.class);
        assertThat(reload(more, before)).isInstanceOf(Verified.class);
    }

    @Test
    void what_is_gone_is_seen_gone() {
        List<Section> before = running();
        List<Section> after = ReloaderObjects.users("alice");
        world().write(after);

        assertThat(reload(after, before)).isInstanceOf(Verified.class);
    }

    @Test
    void what_should_be_gone_and_is_not_is_named() {
        List<Section> before = running();

        assertThat(rejected(reload(ReloaderObjects.users("alice"), before))).containsEntry(BOB, State.NOT_REMOVED);
    }

    @Test
    void what_is_missing_is_named() {
        List<Section> users = ReloaderObjects.users("alice", "bob");
        world().write(ReloaderObjects.without(users, BOB));

        assertThat(rejected(reload(users, List.of()))).containsOnly(Map.entry(BOB, State.MISSING));
    }

    @Test
    void what_asterisk_refuses_is_named() {
        List<Section> users = ReloaderObjects.users("alice", "bob");
        world().write(ReloaderObjects.with(users, ALICE, ReloaderObjects::refused));

        assertThat(rejected(reload(users, List.of()))).containsOnly(Map.entry(ALICE, State.MISSING));
    }

    @Test
    void what_ran_and_has_vanished_is_named_though_it_did_not_change() {
        List<Section> users = running();
        world().write(ReloaderObjects.without(users, BOB));

        assertThat(rejected(reload(users, users))).containsOnly(Map.entry(BOB, State.MISSING));
    }

    @Test
    void a_later_reload_makes_it_good() {
        List<Section> users = ReloaderObjects.users("alice", "bob");
        world().write(List.of());
        assertThat(rejected(reload(users, List.of()))).containsKeys(ALICE, BOB);
        world().write(users);

        assertThat(reload(users, List.of())).isInstanceOf(Verified.class);
    }

    @Test
    void an_asterisk_that_is_gone_is_unreachable() {
        List<Section> users = running();
        world().stop();

        assertThat(reload(users, users)).isInstanceOf(Unreachable.class);
        assertThat(world().reloader().verify(ReloaderObjects.request(users, users)))
                .isInstanceOfAny(Unreachable.class, NotAsked.class);
    }
}
