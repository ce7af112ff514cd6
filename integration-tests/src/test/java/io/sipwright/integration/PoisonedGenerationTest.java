package io.sipwright.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.apply.Applied;
import io.sipwright.apply.ApplySettings;
import io.sipwright.apply.Condition;
import io.sipwright.apply.Round;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.render.Renderer;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.user.SipUserPatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Timeout;

/**
 * A generation that costs running objects. A file that is not ours has an endpoint of the name of a new user: as long as
 * Asterisk runs, it keeps the endpoints that it has; started anew, it refuses them all.
 */
@Timeout(90)
class PoisonedGenerationTest {

    private static final Duration BY_ITSELF = Duration.ofSeconds(12);
    private static final ApplySettings SETTINGS = Host.settings().withReconcileInterval(Duration.ofMillis(500));

    @AsteriskTest
    void theLastKnownGoodComesBackAndTheNextChangeHeals(AsteriskServer asterisk) throws Exception {
        ProvisioningStore store = Databases.h2();
        try (AsteriskProcess process = new AsteriskProcess(asterisk)) {
            try (Host host = new Host(asterisk, store, SETTINGS, UnaryOperator.identity())) {
                assertThat(host.sipwright
                                .users()
                                .create(Host.user("alice"))
                                .awaitApplied(Host.LIMIT)
                                .isVerified())
                        .isTrue();
                asterisk.write("pjsip_more.conf", "[dave]\ntype=endpoint\n");
                Applied refused =
                        host.sipwright.users().create(Host.user("dave")).awaitApplied(Host.LIMIT);
                assertThat(refused.isVerified()).isFalse();
                assertThat(host.register("alice", Host.SECRET)).isEqualTo(200);

                process.signal("KILL");
                process.awaitEnd();
                process.start();
                assertThat(Waiting.until(BY_ITSELF, () -> isTakenBack(host)))
                        .as(() -> host.status() + "\n" + host.rounds.outcomes)
                        .isTrue();
                ReloadOutcome outcome = Objects.requireNonNull(
                        Objects.requireNonNull(host.status().lastRound()).reload());
                System.out.printf(
                        "%d | after a start with the poisoned files: %s | %s%n",
                        asterisk.major(), host.rounds.outcomes, host.condition(Condition.Type.WRITTEN));
                assertThat(outcome).isNotInstanceOf(ReloadOutcome.Unreachable.class);
                assertThat(host.register("alice", Host.SECRET)).isEqualTo(200);
                assertThat(users(asterisk)).doesNotContain("[dave]");

                int reloads = host.rounds.outcomes.size();
                Thread.sleep(1700); // three reconcile intervals
                assertThat(host.rounds.outcomes)
                        .as("it is not tried again by itself")
                        .hasSize(reloads);
                assertThat(users(asterisk)).doesNotContain("[dave]");
            }
            try (Host host = new Host(asterisk, store, SETTINGS, UnaryOperator.identity())) {
                assertThat(Waiting.until(BY_ITSELF, () -> isTakenBack(host)))
                        .as(() -> "another host knows of it as well: " + host.status())
                        .isTrue();
                assertThat(users(asterisk)).doesNotContain("[dave]");
                assertThat(host.register("alice", Host.SECRET)).isEqualTo(200);

                host.sipwright.users().delete("dave");
                Applied healed = host.sipwright
                        .users()
                        .update(
                                "alice",
                                SipUserPatch.builder().displayName("A.").build())
                        .awaitApplied(Host.LIMIT);
                assertThat(healed.isVerified()).as(healed.summary()).isTrue();
                assertThat(host.register("alice", Host.SECRET)).isEqualTo(200);
                assertThat(conditions(host)).containsOnly(Condition.Status.TRUE);
            }
        }
    }

    private static List<Condition.Status> conditions(Host host) {
        return List.of(
                host.condition(Condition.Type.WRITTEN).status(),
                host.condition(Condition.Type.RELOADED).status(),
                host.condition(Condition.Type.VERIFIED).status());
    }

    private static boolean isTakenBack(Host host) {
        Round round = host.status().lastRound();
        return round != null
                && round.restored()
                && host.condition(Condition.Type.WRITTEN).reason().equals("TakenBack");
    }

    private static String users(AsteriskServer asterisk) throws IOException {
        return Files.readString(asterisk.configDirectory().resolve(Renderer.USERS_FILE), StandardCharsets.UTF_8);
    }
}
