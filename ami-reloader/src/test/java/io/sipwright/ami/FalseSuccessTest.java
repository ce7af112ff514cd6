package io.sipwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Timeout;

/** Where Asterisk says "Module Reloaded" and runs something else, that is what the reloader says. */
@Timeout(120)
class FalseSuccessTest {

    @AsteriskTest
    void noFalseSuccessIsTakenForOne(AsteriskServer asterisk) throws IOException {
        String top = Files.readString(asterisk.configDirectory().resolve(FalseSuccess.TOP));
        SoftAssertions softly = new SoftAssertions();
        for (FalseSuccess row : FalseSuccess.values()) {
            ReloadOutcome outcome = run(row, asterisk, top);
            print(row, asterisk.major(), outcome);
            softly.assertThat(Deployment.rejected(outcome)).as(row.name()).contains(row.mustName);
        }
        softly.assertAll();
    }

    private static ReloadOutcome run(FalseSuccess row, AsteriskServer asterisk, String top) throws IOException {
        Files.deleteIfExists(asterisk.configDirectory().resolve("pjsip_more.conf"));
        asterisk.write(FalseSuccess.TOP, top);
        try (Deployment deployment = Deployment.of(asterisk)) {
            deployment.user("alice").user("bob").user("carol").inbound("carrier", "192.0.2.1");
            assertThat(deployment.apply()).as("before " + row).isInstanceOf(ReloadOutcome.Verified.class);
            row.prepare(deployment);
            return deployment.apply();
        }
    }

    private static void print(FalseSuccess row, int major, ReloadOutcome outcome) {
        List<RejectedObject> objects =
                outcome instanceof ReloadOutcome.Rejected rejected ? rejected.objects() : List.of();
        System.out.println(major + " | " + row + " | " + outcome.getClass().getSimpleName() + " | "
                + Deployment.rejected(outcome) + " | "
                + objects.stream().map(RejectedObject::reason).distinct().toList());
    }
}
