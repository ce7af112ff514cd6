package io.sipwright.ari;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.apply.Condition;
import io.sipwright.store.InMemoryStore;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.SipPhone;
import io.sipwright.testkit.WithAsterisk;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The reload that was put off, and what may come in between. */
@Timeout(90)
@WithAsterisk(22)
class PutOffReloadTest {

    private static final UnaryOperator<AriOverlayBuilder> SOON = settings -> settings.rest(Duration.ofMillis(1_500), 0);

    private AsteriskServer asterisk;
    private final InMemoryStore store = new InMemoryStore();

    @BeforeEach
    void start(AsteriskInstallation installation) {
        asterisk = OverlaidAsterisk.start(installation);
    }

    @AfterEach
    void stop() {
        asterisk.close();
    }

    private boolean isMarked() {
        return !OverlaidAsterisk.field(asterisk, "auth", Marker.KEY.name(), "@overlay")
                .isEmpty();
    }

    private boolean isInFront(String type, String name) {
        return !OverlaidAsterisk.field(asterisk, type, name, "@overlay").isEmpty();
    }

    @Test
    void comesOnceForManyChangesAndFreesTheMemory() throws Exception {
        try (Host host = new Host(asterisk, store, SOON)) {
            host.with("zoe");
            int before = host.reloads();
            host.with("alice");
            try (SipPhone phone = OverlaidAsterisk.phone(asterisk, "alice", Host.SECRET)) {
                assertThat(phone.register().status()).isEqualTo(200);
                host.password("zoe", Host.OTHER);
                host.with("bob");
                host.password("zoe", "third-Secret-4711");
                assertThat(host.reloads()).isEqualTo(before);
                assertThat(isMarked()).isTrue();
                int looks = host.reloader.looksAtAll.get();

                Host.await(() -> host.reloads() > before);
                Host.await(() -> !isMarked());

                Host.await(() -> host.reloader.looksAtAll.get() > looks);
                Thread.sleep(1_000); // five looks of the engine: none of them finds anything to do
                assertThat(host.reloads()).isEqualTo(before + 1);
                assertThat(isInFront("auth", "zoe")).isFalse();
                assertThat(isInFront("endpoint", "alice")).isFalse();
                assertThat(isInFront("aor", "alice")).isFalse();
                assertThat(OverlaidAsterisk.contacts(asterisk, "alice")).isEqualTo(1);
                assertThat(phone.register().status()).isEqualTo(200);
                assertThat(OverlaidAsterisk.contacts(asterisk, "alice")).isEqualTo(1);
                assertThat(OverlaidAsterisk.register(asterisk, "zoe", "third-Secret-4711"))
                        .isEqualTo(200);
                assertThat(OverlaidAsterisk.register(asterisk, "zoe", Host.OTHER))
                        .isEqualTo(401);
                assertThat(OverlaidAsterisk.register(asterisk, "bob", Host.SECRET))
                        .isEqualTo(200);
                assertThat(host.sipwright
                                .status()
                                .get(0)
                                .condition(Condition.Type.VERIFIED)
                                .orElseThrow()
                                .status())
                        .isEqualTo(Condition.Status.TRUE);
                assertThat(asterisk.cli("pjsip show endpoints")).contains("alice", "bob", "zoe");
                assertThat(asterisk.isRunning()).isTrue();

                host.password("zoe", Host.SECRET); // and all over again
                assertThat(host.reloads()).isEqualTo(before + 1);
                assertThat(isMarked()).isTrue();
                Host.await(() -> !isMarked());
            }
        }
    }

    @Test
    void aKilledAsteriskHasAllFromTheFiles() throws Exception {
        try (Host host = new Host(asterisk, store, settings -> settings);
                AsteriskProcess process = new AsteriskProcess(asterisk)) {
            host.with("zoe", "alice");
            host.password("zoe", Host.OTHER);
            assertThat(isMarked()).isTrue();

            process.kill();
            process.start();
            Host.verified(host.sipwright.users().create(Host.user("bob")));

            assertThat(OverlaidAsterisk.register(asterisk, "zoe", Host.OTHER)).isEqualTo(200);
            assertThat(OverlaidAsterisk.register(asterisk, "zoe", Host.SECRET)).isEqualTo(401);
            assertThat(OverlaidAsterisk.register(asterisk, "alice", Host.SECRET))
                    .isEqualTo(200);
            assertThat(OverlaidAsterisk.register(asterisk, "bob", Host.SECRET)).isEqualTo(200);
            assertThat(isInFront("endpoint", "alice")).isFalse();
            host.password("alice", Host.OTHER);
            assertThat(OverlaidAsterisk.register(asterisk, "alice", Host.OTHER)).isEqualTo(200);
        }
    }

    @Test
    void aHostThatComesLaterFreesWhatItFinds() throws Exception {
        try (Host first = new Host(asterisk, store, settings -> settings)) {
            first.with("zoe", "alice");
            first.password("zoe", Host.OTHER);
        }
        assertThat(isInFront("auth", "zoe")).isTrue();
        try (Host second = new Host(asterisk, store, SOON)) {
            second.sipwright.start();
            Host.await(() -> !isMarked());

            assertThat(isInFront("auth", "zoe")).isFalse();
            assertThat(isInFront("auth", "alice")).isFalse();
            assertThat(OverlaidAsterisk.register(asterisk, "zoe", Host.OTHER)).isEqualTo(200);
            assertThat(OverlaidAsterisk.register(asterisk, "zoe", Host.SECRET)).isEqualTo(401);
            assertThat(second.reloads()).isEqualTo(1);
        }
    }

    @Test
    void aHostThatComesLaterIsNotDeceivedByWhatItFinds() throws Exception {
        try (Host first = new Host(asterisk, store, settings -> settings)) {
            first.with("zoe", "alice");
            first.password("zoe", Host.OTHER);
        }
        try (Host second = new Host(asterisk, store, settings -> settings)) {
            second.password("zoe", "third-Secret-4711"); // beside what the first has put
            assertThat(OverlaidAsterisk.register(asterisk, "zoe", "third-Secret-4711"))
                    .isEqualTo(200);
            Host.verified(second.sipwright.users().delete("alice")); // put by the first, and reloaded for

            assertThat(isMarked()).isFalse();
            assertThat(isInFront("auth", "zoe")).isFalse();
            assertThat(OverlaidAsterisk.field(asterisk, "endpoint", "alice", "@rev"))
                    .isEmpty();
            assertThat(OverlaidAsterisk.register(asterisk, "zoe", "third-Secret-4711"))
                    .isEqualTo(200);
            assertThat(OverlaidAsterisk.register(asterisk, "zoe", Host.OTHER)).isEqualTo(401);
        }
    }
}
