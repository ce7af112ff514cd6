package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.template.OptionOverride;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.trunk.TrunkSpec;
import java.util.List;
import org.junit.jupiter.api.Timeout;

/** What carriers hear of hosts that come and go, and of a password that changes. */
@Timeout(120)
class RowRegistrationTest {

    @AsteriskTest
    void a_trunk_registers_anew_only_when_something_has_changed(AsteriskInstallation installation) {
        List<String> east = List.of("east");
        try (MovedWorld world = new MovedWorld(installation, false, "east");
                CarrierLog carrier = new CarrierLog()) {
            world.restartWithRows("east");
            try (Sipwright host = world.host(List.of(), east)) {
                host.trunks()
                        .create(TrunkSpec.builder("carrier", "custom_credential")
                                .server("127.0.0.1")
                                .port(carrier.port())
                                .username("account1")
                                .password(MovedWorld.FIRST)
                                .override(OptionOverride.set("registration", "max_random_initial_delay", "0"))
                                .build());
                world.settle(host);
                assertThat(carrier.news(1)).containsExactly("registered");
                host.users().create(MovedWorld.user("alice"));
                world.settle(host);
                host.apply();
            }
            try (Sipwright host = world.host(List.of(), east)) {
                world.settle(host);
                assertThat(carrier.news(0)).isEmpty();
                host.trunks()
                        .update(
                                "carrier",
                                TrunkPatch.builder().password(MovedWorld.SECOND).build());
                world.settle(host);
                assertThat(carrier.news(1)).containsExactly("unregistered", "registered");
            }
        }
    }
}
