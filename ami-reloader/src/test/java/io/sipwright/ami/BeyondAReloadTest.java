package io.sipwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.reload.ReloadOutcome.Verified;
import io.sipwright.template.OptionOverride;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.SipPhone;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/** What a reload of Asterisk alone does not do. */
@Timeout(60)
class BeyondAReloadTest {
    /** Asterisk puts off the first REGISTER by a second, and one that it is told to send as well. */
    private static final Duration LIMIT = Duration.ofSeconds(15);

    @AsteriskTest
    void aTrunkRegistersAgainWhenItsPasswordChanges(AsteriskServer asterisk) throws Exception {
        try (Registrar carrier = new Registrar("first-Secret-4711");
                Deployment deployment = Deployment.of(asterisk)) {
            assertThat(deployment
                            .promptTrunk("carrier", carrier.port(), "first-Secret-4711")
                            .apply())
                    .isInstanceOf(Verified.class);
            assertThat(carrier.await(0, request -> request.expires() > 0, LIMIT))
                    .isTrue();
            carrier.password = "second-Secret-4711";
            int before = carrier.requests.size();

            assertThat(deployment
                            .promptTrunk("carrier", carrier.port(), "second-Secret-4711")
                            .apply())
                    .isInstanceOf(Verified.class);

            assertThat(carrier.await(
                            before,
                            request -> request.password().equals("second-Secret-4711") && request.expires() > 0,
                            LIMIT))
                    .as("a registration with the new password")
                    .isTrue();
        }
    }

    @AsteriskTest
    void aTrunkRegistersAgainWithANewPasswordThatWasReadBefore(AsteriskServer asterisk) throws Exception {
        try (Registrar carrier = new Registrar("first-Secret-4711");
                Deployment deployment = Deployment.of(asterisk)) {
            assertThat(deployment
                            .promptTrunk("carrier", carrier.port(), "first-Secret-4711")
                            .apply())
                    .isInstanceOf(Verified.class);
            assertThat(carrier.await(0, request -> request.expires() > 0, LIMIT))
                    .isTrue();
            carrier.password = "second-Secret-4711";
            deployment
                    .promptTrunk("carrier", carrier.port(), "second-Secret-4711")
                    .write();
            asterisk.cli("pjsip reload");
            int before = carrier.requests.size();

            deployment.doubt();
            assertThat(deployment.apply()).isInstanceOf(Verified.class);

            assertThat(carrier.await(
                            before,
                            request -> request.password().equals("second-Secret-4711") && request.expires() > 0,
                            LIMIT))
                    .as("a registration with the new password")
                    .isTrue();
        }
    }

    @AsteriskTest
    void aTrunkOfWhichNothingIsKnownSettlesAllTheSame(AsteriskServer asterisk) throws Exception {
        try (Registrar carrier = new Registrar("first-Secret-4711");
                Deployment deployment = Deployment.of(asterisk)) {
            deployment.promptTrunk("carrier", carrier.port(), "first-Secret-4711");
            assertThat(deployment.apply()).isInstanceOf(Verified.class);
            assertThat(carrier.await(0, request -> request.expires() > 0, LIMIT))
                    .isTrue();
            carrier.password = "second-Secret-4711";
            int before = carrier.requests.size();

            // registration and auth are both other ones, and both are in doubt: Asterisk begins anew and is told to as
            // well
            deployment.promptTrunk("carrier", carrier.port(), "second-Secret-4711");
            deployment.trunks.computeIfPresent(
                    "carrier",
                    (same, trunk) -> trunk.toBuilder()
                            .override(OptionOverride.set("registration", "retry_interval", "33"))
                            .build());
            deployment.doubt();
            assertThat(deployment.apply()).isInstanceOf(Verified.class);

            assertThat(carrier.await(
                            before,
                            request -> request.password().equals("second-Secret-4711") && request.expires() > 0,
                            LIMIT))
                    .isTrue();
            awaitRegistered(asterisk);
            assertThat(asterisk.cli("pjsip show registrations")).contains("Registered");
        }
    }

    @AsteriskTest
    void aTrunkThatGoesEndsItsRegistrationWhileItsPasswordIsThere(AsteriskServer asterisk) throws Exception {
        try (Registrar carrier = new Registrar("first-Secret-4711");
                Deployment deployment = Deployment.of(asterisk)) {
            deployment.user("alice").promptTrunk("carrier", carrier.port(), "first-Secret-4711");
            assertThat(deployment.apply()).isInstanceOf(Verified.class);
            assertThat(carrier.await(0, request -> request.expires() > 0, LIMIT))
                    .isTrue();
            awaitRegistered(asterisk);
            int before = carrier.requests.size();

            deployment.trunks.clear();
            assertThat(deployment.apply()).isInstanceOf(Verified.class);

            assertThat(carrier.requests.stream().skip(before))
                    .as("before the reload has ended")
                    .anyMatch(request -> request.expires() == 0);
        }
    }

    @AsteriskTest
    void theContactOfAUserThatGoesIsForgotten(AsteriskServer asterisk) {
        try (Deployment deployment = Deployment.of(asterisk)) {
            deployment.user("bob").user("bob_b").user("bobXb").user("bob2");
            assertThat(deployment.apply()).isInstanceOf(Verified.class);
            try (SipPhone bob = phone(asterisk, "bob");
                    SipPhone bobB = phone(asterisk, "bob_b");
                    SipPhone bobXb = phone(asterisk, "bobXb");
                    SipPhone bob2 = phone(asterisk, "bob2")) {
                for (SipPhone phone : List.of(bob, bobB, bobXb, bob2)) {
                    assertThat(phone.register().status()).isEqualTo(200);
                }
                deployment.users.remove("bob");
                deployment.users.remove("bob_b");
                assertThat(deployment.apply()).isInstanceOf(Verified.class);
                deployment.user("bob").user("bob_b");
                assertThat(deployment.apply()).isInstanceOf(Verified.class);

                assertThat(contacts(asterisk)).hasSize(2).allMatch(name -> name.matches("(bob2|bobXb);@.*"));
                try (AmiProbe probe = asterisk.ami()) {
                    assertThat(probe.list("PJSIPShowEndpoint", Map.of("Endpoint", "bob")))
                            .noneMatch(event -> event.first("Event").orElse("").equals("ContactStatusDetail"));
                }
            }
        }
    }

    private static SipPhone phone(AsteriskServer asterisk, String user) {
        return SipPhone.builder()
                .server(asterisk.host(), asterisk.sipPort())
                .user(user)
                .password(Deployment.SECRET)
                .build();
    }

    private static List<String> contacts(AsteriskServer asterisk) {
        try (AmiProbe probe = asterisk.ami()) {
            return probe.list("PJSIPShowContacts", Map.of()).stream()
                    .flatMap(event -> event.first("ObjectName").stream())
                    .toList();
        }
    }

    private static void awaitRegistered(AsteriskServer asterisk) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        try (AmiProbe probe = asterisk.ami()) {
            while (System.nanoTime() < end
                    && probe.list("PJSIPShowRegistrationsOutbound", Map.of()).stream()
                            .noneMatch(event -> event.first("Status").orElse("").equals("Registered"))) {
                Thread.sleep(20);
            }
        }
    }
}
