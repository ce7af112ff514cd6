package io.sipwright.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.trunk.TrunkPatch;
import org.junit.jupiter.api.Timeout;

/** Trunks come, change and go, and Asterisk knows the carrier's addresses as of now. */
@Timeout(90)
class LifeOfATrunkTest {

    @AsteriskTest
    void aTrunkIsMadeChangedAndRemoved(AsteriskServer asterisk) {
        try (Host host = Host.of(asterisk);
                AmiProbe ami = asterisk.ami()) {
            assertThat(host.sipwright
                            .trunks()
                            .create(Host.inbound("carrier", "192.0.2.1"))
                            .awaitApplied(Host.LIMIT)
                            .isVerified())
                    .isTrue();
            assertThat(ami.sorcery("identify", "carrier-identify", "match")).contains("192.0.2.1");
            assertThat(ami.sorcery("endpoint", "carrier-endpoint", "context")).isNotEmpty();

            assertThat(host.sipwright
                            .trunks()
                            .update(
                                    "carrier",
                                    TrunkPatch.builder()
                                            .inboundSources("198.51.100.7")
                                            .build())
                            .awaitApplied(Host.LIMIT)
                            .isVerified())
                    .isTrue();
            assertThat(ami.sorcery("identify", "carrier-identify", "match"))
                    .contains("198.51.100.7")
                    .doesNotContain("192.0.2.1");

            assertThat(host.sipwright
                            .trunks()
                            .delete("carrier")
                            .awaitApplied(Host.LIMIT)
                            .isVerified())
                    .isTrue();
            assertThat(ami.sorcery("endpoint", "carrier-endpoint", "context")).isEmpty();
            assertThat(ami.sorcery("identify", "carrier-identify", "match")).isEmpty();
        }
    }
}
