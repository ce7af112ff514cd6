package io.sipwright.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.apply.Applied;
import io.sipwright.apply.ApplySettings;
import io.sipwright.apply.Condition;
import io.sipwright.apply.NodeStatus;
import io.sipwright.apply.Round;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Timeout;

/** Where Asterisk says "Module Reloaded" and runs something else, the status says so, and the next look repairs it. */
@Timeout(180)
class FalseSuccessTest {

    /** The first retry comes after the test has looked, and has mended what is not ours. */
    private static final ApplySettings SETTINGS = ApplySettings.standard()
            .withReconcileInterval(Duration.ofSeconds(3))
            .withRetries(Duration.ofMillis(700), Duration.ofMillis(700));

    private static final Duration BY_ITSELF = Duration.ofSeconds(5);

    @AsteriskTest
    void noFalseSuccessIsCalledAppliedAndEachIsRepaired(AsteriskServer asterisk) throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (FalseSuccess row : FalseSuccess.values()) {
            run(row, asterisk, softly);
        }
        softly.assertAll();
    }

    private static void run(FalseSuccess row, AsteriskServer asterisk, SoftAssertions softly) throws Exception {
        Sabotage sabotage = new Sabotage(asterisk);
        TamperedTarget target = new TamperedTarget(Host.files(asterisk.configDirectory()));
        try (Host host = new Host(asterisk, Databases.h2(), SETTINGS, files -> target)) {
            host.sipwright.trunks().create(Host.inbound("carrier", "192.0.2.1"));
            host.sipwright.users().create(Host.user("alice"));
            host.sipwright.users().create(Host.user("bob"));
            assertThat(host.sipwright
                            .users()
                            .create(Host.user("carol"))
                            .awaitApplied(Host.LIMIT)
                            .isVerified())
                    .as("before " + row)
                    .isTrue();

            row.deed.accept(sabotage);
            target.tamper(sabotage::happen);
            Applied applied = sabotage.change.apply(host.sipwright).awaitApplied(Host.LIMIT);
            NodeStatus status = applied.nodes().get(0);
            Round round = Objects.requireNonNull(status.lastRound(), "lastRound");
            ReloadOutcome outcome = Objects.requireNonNull(round.reload(), "reload");
            Condition verified = status.condition(Condition.Type.VERIFIED).orElseThrow();

            softly.assertThat(applied.isVerified()).as(row + " is verified").isFalse();
            softly.assertThat(Host.rejected(outcome)).as(row.name()).contains(row.mustName);
            softly.assertThat(verified.status()).as(row + " " + verified).isEqualTo(Condition.Status.FALSE);

            sabotage.mend();
            String remedy = remedy(host);
            softly.assertThat(remedy).as(row + " is verified again by").isEqualTo("reconcile");
            softly.assertThat(host.register("bob", Host.SECRET))
                    .as(row + ": bob registers")
                    .isEqualTo(200);
            print(asterisk, row, outcome, round, verified, remedy);
            sabotage.removeMore();
        }
    }

    /** By what all is verified again. */
    private static String remedy(Host host) throws InterruptedException {
        long generation = host.status().desiredGeneration();
        if (host.sipwright.reconcile().isVerified()) {
            return "reconcile";
        }
        if (Waiting.until(BY_ITSELF, () -> host.status().verifiedGeneration() == generation)) {
            return "retry";
        }
        return host.sipwright.apply().isVerified() ? "request" : "nothing";
    }

    private static void print(
            AsteriskServer asterisk,
            FalseSuccess row,
            ReloadOutcome outcome,
            Round round,
            Condition verified,
            String repairedBy) {
        List<String> objects = Host.rejected(outcome);
        System.out.printf(
                "%d | %s | %s%s | VERIFIED=%s (%s) | %s | verified again by: %s%n",
                asterisk.major(),
                row,
                outcome.getClass().getSimpleName(),
                round.restored() ? ", taken back" : "",
                verified.status(),
                verified.reason(),
                objects.size() > 4 ? objects.subList(0, 4) + " and " + (objects.size() - 4) + " more" : objects,
                repairedBy);
    }
}
