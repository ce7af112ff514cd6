package io.sipwright.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.ami.AmiReloader;
import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.TrunkRegistration;
import io.sipwright.reload.TrunkRegistration.State;
import io.sipwright.secret.Secret;
import io.sipwright.template.OptionOverride;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.trunk.TrunkSpec;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Timeout;

/** A wrong password for a carrier, tried with care, takes itself back. */
@Timeout(150)
class ConfirmedPasswordTest {

    private static final String RIGHT = "first-Secret-4711";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @AsteriskTest
    void aRegistrationThatFallsComesBackByItself(AsteriskServer asterisk) throws Exception {
        try (Carrier carrier = new Carrier(RIGHT);
                var observer = observer(asterisk);
                Host host = new Host(
                        asterisk,
                        Databases.h2(),
                        Host.settings(),
                        UnaryOperator.identity(),
                        more -> more.observer(observer).registrationGrace(Duration.ofSeconds(1)))) {
            host.sipwright.trunks().create(trunk(carrier.port())).awaitApplied(Host.LIMIT);
            assertThat(Waiting.until(LIMIT, () -> states(host).equals(List.of(State.REGISTERED))))
                    .isTrue();

            host.sipwright
                    .confirming(Duration.ofHours(1))
                    .trunks()
                    .update(
                            "carrier",
                            TrunkPatch.builder().password("wrong-Secret-4711").build());

            assertThat(Waiting.until(LIMIT, () -> carrier.refused() > 0))
                    .as("refused")
                    .isTrue();
            assertThat(Waiting.until(LIMIT, () -> host.sipwright.confirmation().isEmpty()))
                    .as("taken back")
                    .isTrue();
            int accepted = carrier.accepted();
            assertThat(Waiting.until(
                            LIMIT,
                            () -> carrier.accepted() > accepted && states(host).equals(List.of(State.REGISTERED))))
                    .as("registered again")
                    .isTrue();
            assertThat(host.sipwright.history().list(1).get(0).actor()).isEqualTo("system");
            assertThat(host.sipwright.trunks().get("carrier").spec().fields().text("password"))
                    .contains(RIGHT);
        }
    }

    private static AsteriskObserver observer(AsteriskServer asterisk) {
        return AmiReloader.builder(
                        asterisk.host(), asterisk.amiPort(), asterisk.amiUser(), Secret.of(asterisk.amiSecret()))
                .build()
                .observer();
    }

    private static List<State> states(Host host) {
        return host.sipwright.registrations().stream()
                .filter(seen -> seen.isKnown())
                .flatMap(seen -> seen.get().stream())
                .map(TrunkRegistration::state)
                .toList();
    }

    private static TrunkSpec trunk(int port) {
        return TrunkSpec.builder("carrier", "custom_credential")
                .server("127.0.0.1")
                .port(port)
                .username("account77")
                .password(RIGHT)
                .field("auth", "registration")
                .override(OptionOverride.set("registration", "max_random_initial_delay", "1"))
                .build();
    }
}
