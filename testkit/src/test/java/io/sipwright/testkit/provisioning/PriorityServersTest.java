package io.sipwright.testkit.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.target.ConfigFiles;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.trunk.TrunkSpec;
import java.util.Map;

/**
 * Servers of a carrier are called in order, and one that does not answer OPTIONS is left out. The carrier is an Asterisk as
 * well; at another loopback address nobody answers.
 */
class PriorityServersTest {

    private static final String NOBODY = "127.0.0.2";

    @AsteriskTest
    void theFirstIsCalledWhileItAnswers(AsteriskInstallation installation, AsteriskServer carrier) {
        assertThat(isAnswered(installation, carrier, carrier.host(), NOBODY)).isTrue();
    }

    @AsteriskTest
    void theSecondIsCalledWhenTheFirstIsSilent(AsteriskInstallation installation, AsteriskServer carrier) {
        assertThat(isAnswered(installation, carrier, NOBODY, carrier.host())).isTrue();
    }

    @AsteriskTest
    void nobodyIsCalledWhenBothAreSilent(AsteriskInstallation installation, AsteriskServer carrier) {
        assertThat(isAnswered(installation, carrier, NOBODY, "127.0.0.3")).isFalse();
    }

    private static boolean isAnswered(
            AsteriskInstallation installation, AsteriskServer carrier, String first, String second) {
        sipwright(carrier)
                .trunks()
                .create(TrunkSpec.builder("customer", "custom_ip")
                        .server(carrier.host())
                        .inboundSources(carrier.host())
                        .build());
        try (AsteriskServer pbx = AsteriskServer.builder(installation).start()) {
            sipwright(pbx)
                    .trunks()
                    .create(TrunkSpec.builder("carrier", "skyetel")
                            .server(first)
                            .field("second_server", second)
                            .port(carrier.sipPort())
                            .field("qualify_frequency", "2")
                            .build());
            awaitState(pbx, "carrier-aor/", first.equals(carrier.host()));
            awaitState(pbx, "carrier-aor-second/", second.equals(carrier.host()));
            try (AmiProbe ami = pbx.ami()) {
                assertThat(ami.sorcery("endpoint", "carrier-endpoint", "@number_format"))
                        .isEqualTo("nanp");
                // Succeeds only when the call was answered.
                return ami.send(
                                "Originate",
                                Map.of(
                                        "Channel", "PJSIP/12065550100@carrier-endpoint",
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

    /** Waits, for twenty seconds at most, until Asterisk has asked a server with OPTIONS. */
    private static void awaitState(AsteriskServer pbx, String contact, boolean available) {
        String state = "(?s).*" + contact + "sip:\\S+ +\\S+ +" + (available ? "Avail" : "Unavail") + " .*";
        long deadline = System.nanoTime() + 20_000_000_000L;
        String shown = "";
        while (!shown.matches(state) && System.nanoTime() < deadline) {
            shown = pbx.cli("pjsip show contacts");
        }
        assertThat(shown).matches(state);
    }
}
