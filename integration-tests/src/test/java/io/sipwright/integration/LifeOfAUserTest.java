package io.sipwright.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Provisioned;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.Sipp;
import io.sipwright.user.SipUserPatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/** What is said to be applied, a phone can use at once. */
@Timeout(90)
class LifeOfAUserTest {

    private static final Duration A_MOMENT = Duration.ofMillis(800);

    @AsteriskTest
    void aPhoneRegistersAsSoonAsItsUserIsApplied(AsteriskServer asterisk) {
        try (Host host = Host.of(asterisk)) {
            Sipp registers = Sipp.registered();
            Sipp isRefused = Sipp.refused();
            verified(host.sipwright.users().create(Host.user("alice")));
            assertThat(host.register("alice", Host.SECRET)).isEqualTo(200);
            assertThat(registers.run(asterisk, "alice", Host.SECRET)).isTrue();

            long begin = System.nanoTime();
            verified(host.sipwright
                    .users()
                    .update(
                            "alice",
                            SipUserPatch.builder().secret(Host.OTHER_SECRET).build()));
            assertThat(host.register("alice", Host.OTHER_SECRET)).isEqualTo(200);
            long millis = (System.nanoTime() - begin) / 1_000_000;
            System.out.printf("%d | new password, from the call to 200 OK: %d ms%n", asterisk.major(), millis);
            assertThat(millis).isLessThan(1000);
            assertThat(host.register("alice", Host.SECRET)).isEqualTo(401);
            assertThat(registers.run(asterisk, "alice", Host.OTHER_SECRET)).isTrue();
            assertThat(isRefused.run(asterisk, "alice", Host.SECRET)).isTrue();

            verified(host.sipwright.users().disable("alice"));
            assertThat(host.register("alice", Host.OTHER_SECRET)).isEqualTo(401);
            assertThat(isRefused.run(asterisk, "alice", Host.OTHER_SECRET)).isTrue();
            verified(host.sipwright.users().enable("alice"));
            assertThat(host.register("alice", Host.OTHER_SECRET)).isEqualTo(200);

            verified(host.sipwright.users().delete("alice"));
            assertThat(host.register("alice", Host.OTHER_SECRET)).isEqualTo(401);
            assertThat(isRefused.run(asterisk, "alice", Host.OTHER_SECRET)).isTrue();
        }
    }

    @AsteriskTest
    void aUserThatIsMadeAgainDoesNotRingTheOldPhone(AsteriskServer asterisk) throws Exception {
        try (Host host = Host.of(asterisk);
                RingingPhone old = new RingingPhone(asterisk.host(), asterisk.sipPort(), "bob", Host.SECRET)) {
            verified(host.sipwright.users().create(Host.user("bob")));
            assertThat(old.register()).isEqualTo(200);
            call(asterisk);
            assertThat(old.rings(A_MOMENT)).as("before, it rings").isTrue();

            verified(host.sipwright.users().delete("bob"));
            verified(host.sipwright.users().create(Host.user("bob")));

            assertThat(contacts(asterisk)).isEmpty();
            call(asterisk);
            assertThat(old.rings(A_MOMENT)).as("the old phone rings").isFalse();
            assertThat(host.register("bob", Host.SECRET)).isEqualTo(200);
            assertThat(contacts(asterisk)).hasSize(1);
        }
    }

    private static void verified(Provisioned<?> change) {
        assertThat(change.awaitApplied(Host.LIMIT))
                .matches(applied -> applied.isVerified(), "is verified")
                .extracting(applied -> applied.summary())
                // The round of the start may come after that of the first change, and find all in its place.
                .isIn(
                        "Generation " + change.generation() + " was written. Seen running in Asterisk",
                        "The files already held generation " + change.generation());
    }

    private static List<String> contacts(AsteriskServer asterisk) {
        try (AmiProbe ami = asterisk.ami()) {
            return ami.list("PJSIPShowContacts", Map.of()).stream()
                    .flatMap(event -> event.first("ObjectName").stream())
                    .toList();
        }
    }

    /** Calls bob; that no one answers is a failure to Asterisk. */
    private static void call(AsteriskServer asterisk) {
        try (AmiProbe ami = asterisk.ami()) {
            ami.send("Originate", Map.of("Channel", "PJSIP/bob", "Application", "Wait", "Data", "1", "Timeout", "300"));
        }
    }
}
