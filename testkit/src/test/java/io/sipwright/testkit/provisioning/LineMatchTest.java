package io.sipwright.testkit.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.target.ConfigFiles;
import io.sipwright.template.OptionOverride;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.Map;

/**
 * A trunk without inbound sources registers, and knows the carrier's calls by the mark in its registration, although its
 * endpoint is recognised by address only. The carrier is an Asterisk as well, and the account there a user.
 */
class LineMatchTest {

    private static final String PASSWORD = "Vq7;wT2>mXc9Rk";

    @AsteriskTest
    void aCallToTheRegisteredContactIsLetIn(AsteriskInstallation installation, AsteriskServer carrier) {
        assertThat(isAnswered(installation, carrier, "line")).isTrue();
    }

    @AsteriskTest
    void withoutTheMarkItIsNot(AsteriskInstallation installation, AsteriskServer carrier) {
        assertThat(isAnswered(installation, carrier, "none")).isFalse();
    }

    private static boolean isAnswered(AsteriskInstallation installation, AsteriskServer carrier, String inboundMatch) {
        sipwright(carrier)
                .users()
                .create(SipUserSpec.builder("account1", "basic_user")
                        .extension("1001")
                        .secret(PASSWORD)
                        .build());
        try (AsteriskServer pbx = AsteriskServer.builder(installation).start()) {
            sipwright(pbx)
                    .trunks()
                    .create(TrunkSpec.builder("carrier", "custom_credential")
                            .server(carrier.host())
                            .port(carrier.sipPort())
                            .username("account1")
                            .password(PASSWORD)
                            .field("inbound_match", inboundMatch)
                            .override(OptionOverride.set("registration", "max_random_initial_delay", "0"))
                            .build());
            awaitContact(carrier);
            try (AmiProbe ami = carrier.ami()) {
                // Succeeds only when the call was answered.
                return ami.send(
                                "Originate",
                                Map.of(
                                        "Channel", "PJSIP/account1",
                                        "Application", "Wait",
                                        "Data", "1",
                                        "Timeout", "5000"))
                        .isSuccess();
            }
        }
    }

    private static Sipwright sipwright(AsteriskServer asterisk) {
        return Sipwright.builder()
                .applying(Applying.BEFORE_RETURN)
                .target(ConfigFiles.in(asterisk.configDirectory()))
                .asteriskVersion(AsteriskVersion.parse(Integer.toString(asterisk.major()))
                        .orElseThrow())
                .reloader(request -> {
                    asterisk.reload();
                    return new ReloadOutcome.Accepted();
                })
                .build();
    }

    /** Waits, for ten seconds at most, until the trunk is registered. */
    private static void awaitContact(AsteriskServer carrier) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        String shown = "";
        while (!shown.contains("account1/sip:") && System.nanoTime() < deadline) {
            shown = carrier.cli("pjsip show contacts");
        }
        assertThat(shown).contains("account1/sip:");
    }
}
