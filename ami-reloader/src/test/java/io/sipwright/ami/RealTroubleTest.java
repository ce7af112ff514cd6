package io.sipwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.reload.Manifest;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadOutcome.Verified;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;

/** Trouble with a real Asterisk. */
@Timeout(60)
class RealTroubleTest {

    @AsteriskTest
    void anAsteriskThatStandsStillIsSilentAndThenWorksAgain(AsteriskServer asterisk) throws Exception {
        AmiReloader reloader = Deployment.reloader(asterisk)
                .connectTimeout(Duration.ofSeconds(1))
                .responseTimeout(Duration.ofSeconds(1))
                .reloadTimeout(Duration.ofSeconds(5))
                .build();
        try (Deployment deployment = new Deployment(asterisk, reloader, true)) {
            assertThat(deployment.user("alice").apply()).isInstanceOf(Verified.class);
            signal(asterisk, "STOP");
            try {
                assertThat(Fault.nameOf(reloader.reload(deployment.user("bob").request())))
                        .isEqualTo("SILENT");
            } finally {
                signal(asterisk, "CONT");
            }
            assertThat(deployment.apply()).isInstanceOf(Verified.class);
        }
    }

    @AsteriskTest
    void anAsteriskThatIsKilledIsNotConnected(AsteriskServer asterisk) throws Exception {
        try (Deployment deployment = Deployment.of(asterisk)) {
            assertThat(deployment.user("alice").apply()).isInstanceOf(Verified.class);
            String before = deployment.reloader.incarnation();
            assertThat(before).matches("\\S+ \\S+ / \\S+ \\S+").isEqualTo(deployment.reloader.incarnation());
            signal(asterisk, "KILL");
            assertThat(Fault.nameOf(deployment.reloader.reload(deployment.request())))
                    .isIn("NOT_CONNECTED", "CLOSED");
            assertThat(deployment.reloader.incarnation()).isEmpty();
        }
    }

    @AsteriskTest
    void manyReloadersOfOneAsteriskWaitForEachOther(AsteriskServer asterisk) {
        try (Deployment deployment = Deployment.of(asterisk)) {
            IntStream.range(0, 100).forEach(i -> deployment.user("user" + i));
            Manifest wanted = deployment.write().wanted();
            List<ReloadOutcome> outcomes = IntStream.range(0, 6)
                    .parallel()
                    .mapToObj(i -> {
                        try (AmiReloader reloader =
                                Deployment.reloader(asterisk).build()) {
                            return reloader.reload(new ReloadRequest(i, wanted, Manifest.empty()));
                        }
                    })
                    .toList();
            assertThat(outcomes).containsOnly(new Verified(300));
        }
    }

    @AsteriskTest
    void withoutALookItIsNeverMoreThanAccepted(AsteriskServer asterisk) {
        AmiReloader reloader = Deployment.reloader(asterisk).verification(false).build();
        try (Deployment deployment = new Deployment(asterisk, reloader, true)) {
            deployment.user("alice").tamperUsers = text -> "";
            assertThat(deployment.apply()).isInstanceOf(ReloadOutcome.Accepted.class);
        }
    }

    private static void signal(AsteriskServer asterisk, String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(asterisk.pid())).start();
        assertThat(kill.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }
}
