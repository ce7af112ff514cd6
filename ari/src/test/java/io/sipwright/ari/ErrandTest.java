package io.sipwright.ari;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.ari.Errand.Task;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.SectionEntry;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ReloadRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What memory can bring, and what takes a reload. */
class ErrandTest {

    private final List<Section> alice = Objects.user("alice", Host.SECRET);
    private final List<Section> other = Objects.user("alice", Host.OTHER);
    private final List<Section> bob = Objects.user("bob", Host.SECRET);

    private static Errand errand(List<Section> wanted, List<Section> running) {
        return Errand.of(Objects.request(wanted, running), 60);
    }

    private static List<Section> changed(List<Section> sections, String type) {
        return Objects.with(sections, type, entries -> {
            List<SectionEntry> more = new ArrayList<>(entries);
            more.add(new Option("outbound_proxy", "sip:192.0.2.1"));
            return more;
        });
    }

    @Test
    void aPasswordAndANewUser() {
        Errand errand = errand(Objects.all(other, bob), alice);

        assertThat(errand.isPossible()).as(errand.detour()).isTrue();
        assertThat(errand.tasks()).extracting(Task::key).hasToString("[auth alice, auth bob, aor bob, endpoint bob]");
        assertThat(errand.tasks()).extracting(Task::fresh).containsExactly(false, true, true, true);
    }

    @Test
    void whatTakesAReload() {
        assertThat(errand(alice, List.of()).detour()).contains("not known");
        assertThat(errand(alice, alice).detour()).contains("no object");
        assertThat(errand(alice, Objects.all(alice, bob)).detour()).contains("go");
        assertThat(errand(changed(alice, "aor"), alice).detour()).isEqualTo("aor alice has changed");
        assertThat(errand(changed(alice, "endpoint"), alice).detour()).isEqualTo("endpoint alice has changed");
        assertThat(Errand.of(Objects.request(Objects.all(other, bob), alice), 3).detour())
                .isEqualTo("4 objects have changed");
    }

    @Test
    void aTrunkThatHasToRegister() {
        Section registration = new Section(
                "carrier",
                List.of(
                        new Option("type", "registration"),
                        new Option("outbound_auth", "other, alice"),
                        new Option("@rev", "1")));
        List<Section> before = Objects.all(alice, List.of(registration));

        assertThat(errand(Objects.all(other, List.of(registration)), before).detour())
                .isEqualTo("auth alice has changed");
        assertThat(errand(before, alice).detour()).isEqualTo("registration carrier is new");
    }

    @Test
    void whatIsInDoubtOrNotAtHand() {
        Manifest running = Objects.manifest(alice);
        ReloadRequest doubted = new ReloadRequest(1, Objects.manifest(other), running.doubting(running.keys()));
        assertThat(Errand.of(doubted, 60).detour()).endsWith("has changed");
        Manifest.Builder bare = Manifest.builder(true);
        Manifest wanted = Objects.manifest(other);
        wanted.keys()
                .forEach(key -> bare.add(
                        key, new Manifest.Entry(wanted.find(key).orElseThrow().mark(), null, null)));
        assertThat(Errand.of(new ReloadRequest(1, bare.build(), running), 60).detour())
                .isEqualTo("auth alice is not at hand");
        assertThat(Errand.of(new ReloadRequest(1, Manifest.builder(false).build(), running), 60)
                        .detour())
                .contains("no stamps");
    }
}
