package io.sipwright.testkit.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;

/** Why a number with a zero in front is refused. */
class ZeroInFrontTest {

    @AsteriskTest
    void asterisk_takes_it_for_an_octal_number(AsteriskInstallation installation) {
        try (AsteriskServer asterisk = AsteriskServer.builder(installation)
                        .file("pjsip_users.conf", "[a]\ntype=aor\nmax_contacts=010\nqualify_frequency=0100\n")
                        .start();
                AmiProbe ami = asterisk.ami()) {
            assertThat(ami.sorcery("aor", "a", "max_contacts")).isEqualTo("8");
            assertThat(ami.sorcery("aor", "a", "qualify_frequency")).isEqualTo("64");
        }
    }
}
