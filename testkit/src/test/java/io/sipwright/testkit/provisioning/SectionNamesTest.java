package io.sipwright.testkit.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.target.ConfigFiles;
import io.sipwright.template.OptionOverride;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.SipPhone;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;

/** Asterisk loads sections that bear names of their own, and what refers to them finds them. */
class SectionNamesTest {

    private static final String PASSWORD = "Vq7;wT2>mXc9Rk";

    @AsteriskTest
    void aTrunkAndAUserWithRenamedSectionsAreLoadedAndAPhoneRegisters(AsteriskServer asterisk) {
        Sipwright sipwright = sipwright(asterisk);
        sipwright
                .trunks()
                .create(TrunkSpec.builder("main", "custom_credential")
                        .server("127.0.0.1")
                        .username("account1")
                        .password(PASSWORD)
                        .inboundSources("192.0.2.1")
                        .override(name("registration", "reg of main"))
                        .override(name("auth", "my-auth"))
                        .override(name("aor", "carrier"))
                        .override(name("endpoint", "carrier"))
                        .override(name("identify", "from.carrier@example.com/1"))
                        .build());
        sipwright
                .users()
                .create(SipUserSpec.builder("6001", "basic_user")
                        .extension("6001")
                        .secret(PASSWORD)
                        .override(name("auth", "auth6001"))
                        .build());

        assertThat(asterisk.complaints()).isEmpty();
        try (AmiProbe ami = asterisk.ami()) {
            assertThat(ami.sorcery("registration", "reg of main", "@rev")).isNotEmpty();
            assertThat(ami.sorcery("registration", "reg of main", "outbound_auth"))
                    .isEqualTo("my-auth");
            assertThat(ami.sorcery("auth", "my-auth", "username")).isEqualTo("account1");
            assertThat(ami.sorcery("aor", "carrier", "contact")).contains("127.0.0.1");
            assertThat(ami.sorcery("endpoint", "carrier", "aors")).isEqualTo("carrier");
            assertThat(ami.sorcery("endpoint", "carrier", "outbound_auth")).isEqualTo("my-auth");
            assertThat(ami.sorcery("identify", "from.carrier@example.com/1", "endpoint"))
                    .isEqualTo("carrier");
            assertThat(ami.sorcery("auth", "auth6001", "username")).isEqualTo("6001");
            assertThat(ami.sorcery("endpoint", "6001", "auth")).isEqualTo("auth6001");
            assertThat(ami.sorcery("endpoint", "6001", "aors")).isEqualTo("6001");
            assertThat(ami.sorcery("auth", "6001", "username")).isEmpty();
        }
        assertThat(asterisk.cli("pjsip show identifies")).contains("from.carrier@example.com/1");
        assertThat(asterisk.cli("pjsip show registrations")).contains("reg of main/sip:127.0.0.1");
        try (SipPhone phone = SipPhone.builder()
                .server(asterisk.host(), asterisk.sipPort())
                .user("6001")
                .password(PASSWORD)
                .build()) {
            assertThat(phone.register().status()).isEqualTo(200);
        }
    }

    private static OptionOverride name(String role, String name) {
        return OptionOverride.set(role, OptionOverride.NAME, name);
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
}
