package io.sipwright.ari;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.SectionEntry;
import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadOutcome.Rejected;
import io.sipwright.reload.ReloadOutcome.Verified;
import io.sipwright.render.Renderer;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.WithAsterisk;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Asterisk's memory does not take, or would not take as it is meant. */
@Timeout(90)
@WithAsterisk(22)
class RefusalTest {

    private static final UnaryOperator<List<SectionEntry>> UNKNOWN = entries -> {
        List<SectionEntry> more = new ArrayList<>(entries);
        more.add(new Option("no_such_option", "1"));
        return more;
    };

    private final List<Section> alice = Objects.user("alice", Host.SECRET);
    private AsteriskServer asterisk;
    private CountingReloader reloader;
    private AriOverlay overlay;

    @BeforeEach
    void start(AsteriskInstallation installation) {
        asterisk = OverlaidAsterisk.start(installation);
        reloader = new CountingReloader(OverlaidAsterisk.ami(asterisk));
        overlay = OverlaidAsterisk.overlay(asterisk, reloader).build();
        assertThat(apply(alice, List.of())).isInstanceOf(Verified.class);
    }

    @AfterEach
    void stop() {
        overlay.close();
        asterisk.close();
    }

    private ReloadOutcome apply(List<Section> wanted, List<Section> running) {
        Objects.write(asterisk, wanted);
        return overlay.reload(Objects.request(wanted, running));
    }

    @Test
    void aRefusedAuthIsToldWithTheReasonAndTheOldOneRuns() {
        List<Section> bad = Objects.with(Objects.user("alice", Host.OTHER), "auth", UNKNOWN);

        ReloadOutcome outcome = apply(bad, alice);

        assertThat(outcome).isInstanceOf(Rejected.class);
        assertThat(((Rejected) outcome).objects()).singleElement().satisfies(object -> {
            assertThat(object.key()).hasToString("auth alice");
            assertThat(object.state()).isEqualTo(RejectedObject.State.OTHER_VERSION);
            assertThat(object.reason()).contains("over ARI", "400", "failed field value validation");
        });
        assertThat(outcome.summary() + overlay).doesNotContain(Host.OTHER).doesNotContain("canary");
        assertThat(OverlaidAsterisk.register(asterisk, "alice", Host.SECRET)).isEqualTo(200);

        int before = reloader.reloads.get();
        assertThat(apply(Objects.user("alice", Host.OTHER), alice)).isInstanceOf(Verified.class);
        assertThat(reloader.reloads.get()).isEqualTo(before);
        assertThat(OverlaidAsterisk.register(asterisk, "alice", Host.OTHER)).isEqualTo(200);
    }

    @Test
    void ofANewUserAllIsPutOrNothing() throws Exception {
        List<Section> bob = Objects.with(Objects.user("bob", Host.SECRET), "endpoint", UNKNOWN);

        ReloadOutcome outcome = apply(Objects.all(alice, bob), alice);

        assertThat(outcome).isInstanceOf(Rejected.class);
        assertThat(outcome.summary()).contains("endpoint bob is not there", "over ARI");
        for (String type : Types.IN_ORDER) {
            assertThat(OverlaidAsterisk.isInFront(asterisk, type, "bob")).isFalse();
        }
        List<Section> good = Objects.user("bob", Host.SECRET);
        assertThat(apply(Objects.all(alice, good), alice)).isInstanceOf(Verified.class);
        assertThat(OverlaidAsterisk.register(asterisk, "bob", Host.SECRET)).isEqualTo(200);
    }

    @Test
    void whatAnotherFileHasIsLeftAlone() {
        asterisk.write("pjsip_more.conf", "[carol]\ntype=auth\nauth_type=digest\nusername=carol\npassword=theirs\n");
        asterisk.reload();

        ReloadOutcome outcome = apply(Objects.all(alice, Objects.user("carol", Host.SECRET)), alice);

        assertThat(outcome).isInstanceOf(Rejected.class);
        assertThat(outcome.summary()).contains("auth carol");
        assertThat(OverlaidAsterisk.field(asterisk, "auth", "carol", "password"))
                .isEqualTo("theirs");
    }

    @Test
    void aPasswordDoesNotStayBesideItsDigest() throws Exception {
        List<Section> digest = digest("digested-Secret-1");
        assertThat(apply(digest, alice)).isInstanceOf(Verified.class);
        assertThat(OverlaidAsterisk.register(asterisk, "alice", "digested-Secret-1"))
                .isEqualTo(200);
        assertThat(OverlaidAsterisk.register(asterisk, "alice", Host.SECRET)).isEqualTo(401);
        assertThat(OverlaidAsterisk.field(asterisk, "auth", "alice", "password"))
                .isEmpty();

        int before = reloader.reloads.get();
        List<Section> other = digest("digested-Secret-2");
        assertThat(apply(other, digest)).isInstanceOf(Verified.class);
        assertThat(reloader.reloads.get())
                .as("from one digest to another in memory")
                .isEqualTo(before);
        assertThat(OverlaidAsterisk.register(asterisk, "alice", "digested-Secret-2"))
                .isEqualTo(200);
        assertThat(OverlaidAsterisk.register(asterisk, "alice", "digested-Secret-1"))
                .isEqualTo(401);

        assertThat(apply(alice, other)).isInstanceOf(Verified.class);
        assertThat(OverlaidAsterisk.register(asterisk, "alice", Host.SECRET)).isEqualTo(200);
        assertThat(OverlaidAsterisk.register(asterisk, "alice", "digested-Secret-2"))
                .isEqualTo(401);
        assertThat(OverlaidAsterisk.field(asterisk, "auth", "alice", "password_digest"))
                .isEmpty();
    }

    private List<Section> digest(String password) throws Exception {
        byte[] hash = MessageDigest.getInstance("MD5")
                .digest(("alice:asterisk:" + password).getBytes(StandardCharsets.UTF_8));
        return Objects.with(alice, "auth", entries -> {
            List<SectionEntry> other = new ArrayList<>(entries);
            other.removeIf(
                    entry -> entry instanceof Option option && option.name().equals("password"));
            other.add(new Option("realm", "asterisk"));
            other.add(new Option("password_digest", "MD5:" + HexFormat.of().formatHex(hash)));
            return other;
        });
    }

    @Test
    void whatCannotBeFreedIsToldAndFreedLater() {
        List<Section> second = Objects.user("alice", Host.OTHER);
        assertThat(apply(second, alice)).isInstanceOf(Verified.class);
        String http = "[general]\nenabled=%s\nbindaddr=127.0.0.1\nbindport=" + asterisk.wsPort() + "\n";
        asterisk.write("http.conf", http.formatted("no"));
        asterisk.cli("module reload http");
        overlay.close(); // a connection that is there goes on
        List<Section> third = Objects.user("alice", "third-Secret-4711");

        ReloadOutcome outcome = apply(third, second);

        assertThat(outcome).isInstanceOf(Rejected.class);
        assertThat(outcome.summary()).contains("auth alice runs in another version", "was not freed", "not reached");
        assertThat(OverlaidAsterisk.register(asterisk, "alice", Host.OTHER)).isEqualTo(200);

        asterisk.write("http.conf", http.formatted("yes"));
        asterisk.cli("module reload http");
        int before = reloader.reloads.get();
        assertThat(retried(third)).isInstanceOf(Verified.class);
        assertThat(reloader.reloads.get()).isGreaterThan(before);
        assertThat(OverlaidAsterisk.register(asterisk, "alice", "third-Secret-4711"))
                .isEqualTo(200);
        assertThat(OverlaidAsterisk.register(asterisk, "alice", Host.OTHER)).isEqualTo(401);
    }

    @Test
    void whatWasPutGoesOnIfTheFilesAreNotTaken() throws Exception {
        List<Section> second = Objects.user("alice", Host.OTHER);
        List<Section> both = Objects.all(second, Objects.user("bob", Host.SECRET));
        assertThat(apply(both, alice)).isInstanceOf(Verified.class);
        asterisk.write(Renderer.USERS_FILE, Objects.text(both) + "[alice]\ntype=auth\nusername=x\n");

        ReloadOutcome outcome = overlay.reload(Objects.request(both, List.of()));

        assertThat(outcome).isInstanceOf(Rejected.class);
        assertThat(outcome.summary()).contains("auth alice", "auth bob", "not taken it from the files");
        assertThat(outcome.summary()).doesNotContain(Host.OTHER).doesNotContain(Host.SECRET);
        assertThat(OverlaidAsterisk.register(asterisk, "alice", Host.OTHER)).isEqualTo(200);
        assertThat(OverlaidAsterisk.register(asterisk, "alice", Host.SECRET)).isEqualTo(401);
        assertThat(OverlaidAsterisk.register(asterisk, "bob", Host.SECRET)).isEqualTo(200);

        Objects.write(asterisk, both);
        assertThat(overlay.reload(Objects.request(both, List.of()))).isInstanceOf(Verified.class);
        for (String user : List.of("alice", "bob")) {
            assertThat(OverlaidAsterisk.isInFront(asterisk, "auth", user)).isFalse();
        }
        assertThat(OverlaidAsterisk.register(asterisk, "alice", Host.OTHER)).isEqualTo(200);
        assertThat(OverlaidAsterisk.register(asterisk, "bob", Host.SECRET)).isEqualTo(200);
    }

    /** As the engine does it, which knows nothing of what runs after a rejection. */
    private ReloadOutcome retried(List<Section> wanted) {
        ReloadOutcome outcome = overlay.reload(Objects.request(wanted, List.of()));
        for (int i = 0; i < 50 && !(outcome instanceof Verified); i++) {
            outcome = overlay.reload(Objects.request(wanted, List.of()));
        }
        return outcome;
    }
}
