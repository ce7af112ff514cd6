package io.sipwright.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.template.OptionOverride;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.trunk.TrunkSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Timeout;

/** What is stored while the host is down has the same consequences as if it were up. */
@Timeout(150)
class StoredWhileDownTest {

    private static final String FIRST = "first-Secret-4711";
    private static final String SECOND = "second-Secret-4711";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** The trunk that stays is not to be bothered. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    @AsteriskTest
    void aTrunkRegistersWithItsNewPassword(AsteriskServer asterisk) throws Exception {
        ProvisioningStore store = Databases.h2();
        try (Carrier carrier = new Carrier(FIRST);
                OpenCarrier other = new OpenCarrier()) {
            try (Host host = host(asterisk, store)) {
                host.sipwright.trunks().create(trunk("carrier", carrier.port(), FIRST));
                host.sipwright
                        .trunks()
                        .create(trunk("other", other.port(), FIRST))
                        .awaitApplied(Host.LIMIT);
                awaitRegistered(asterisk, 2);
            }
            assertThat(carrier.accepted()).isPositive();
            carrier.become(SECOND);
            int others = other.count();

            elsewhere(
                    asterisk,
                    store,
                    idle -> idle.trunks()
                            .update(
                                    "carrier",
                                    TrunkPatch.builder().password(SECOND).build()));
            int before = carrier.accepted();
            try (Host host = host(asterisk, store)) {
                awaitVerified(host, 3);
                assertThat(Waiting.until(LIMIT, () -> carrier.accepted() > before))
                        .as("registered with the new password")
                        .isTrue();
                awaitRegistered(asterisk, 2);
                assertThat(Waiting.until(GRACE, () -> other.count() > others))
                        .as("a REGISTER of the other trunk")
                        .isFalse();
            }
        }
    }

    @AsteriskTest
    void aTrunkThatGoesEndsItsRegistrationAndAUserHerContact(AsteriskServer asterisk) throws Exception {
        ProvisioningStore store = Databases.h2();
        try (Carrier carrier = new Carrier(FIRST)) {
            try (Host host = host(asterisk, store)) {
                host.sipwright.trunks().create(trunk("carrier", carrier.port(), FIRST));
                host.sipwright.users().create(Host.user("alice"));
                host.sipwright.users().create(Host.user("bob")).awaitApplied(Host.LIMIT);
                awaitRegistered(asterisk, 1);
                assertThat(host.register("alice", Host.SECRET)).isEqualTo(200);
                assertThat(host.register("bob", Host.SECRET)).isEqualTo(200);
            }
            assertThat(contacts(asterisk)).hasSize(2);
            assertThat(carrier.ended()).isZero();

            elsewhere(asterisk, store, idle -> {
                idle.trunks().delete("carrier");
                idle.users().delete("alice");
            });
            try (Host host = host(asterisk, store)) {
                awaitVerified(host, 5);
                assertThat(Waiting.until(LIMIT, () -> carrier.ended() > 0))
                        .as("ended with its password")
                        .isTrue();
                assertThat(contacts(asterisk)).singleElement().asString().startsWith("bob;@");
            }
        }
    }

    private static Host host(AsteriskServer asterisk, ProvisioningStore store) {
        return new Host(asterisk, store, Host.settings(), UnaryOperator.identity());
    }

    /** Another program that changes the same store, and has nothing to do with Asterisk. */
    private static void elsewhere(AsteriskServer asterisk, ProvisioningStore store, Consumer<Sipwright> change) {
        try (Sipwright idle = Sipwright.builder()
                .store(store)
                .asteriskVersion(AsteriskVersion.parse(Integer.toString(asterisk.major()))
                        .orElseThrow())
                .target(Host.files(asterisk.configDirectory()))
                .applying(Applying.ON_REQUEST)
                .build()) {
            change.accept(idle);
        }
    }

    private static void awaitVerified(Host host, long generation) throws InterruptedException {
        assertThat(Waiting.until(LIMIT, () -> host.status().verifiedGeneration() >= generation))
                .as(host.status().summary())
                .isTrue();
    }

    private static void awaitRegistered(AsteriskServer asterisk, int trunks) throws InterruptedException {
        try (AmiProbe ami = asterisk.ami()) {
            assertThat(Waiting.until(
                            LIMIT,
                            () -> ami.list("PJSIPShowRegistrationsOutbound", Map.of()).stream()
                                            .filter(event -> event.first("Status")
                                                    .orElse("")
                                                    .equals("Registered"))
                                            .count()
                                    == trunks))
                    .as("%d registered trunks", trunks)
                    .isTrue();
        }
    }

    private static List<String> contacts(AsteriskServer asterisk) {
        try (AmiProbe ami = asterisk.ami()) {
            return ami.list("PJSIPShowContacts", Map.of()).stream()
                    .flatMap(event -> event.first("ObjectName").stream())
                    .toList();
        }
    }

    private static TrunkSpec trunk(String name, int port, String password) {
        return TrunkSpec.builder(name, "custom_credential")
                .server("127.0.0.1")
                .port(port)
                .username(name)
                .password(password)
                .field("auth", "registration")
                .override(OptionOverride.set("registration", "max_random_initial_delay", "1"))
                .build();
    }
}
