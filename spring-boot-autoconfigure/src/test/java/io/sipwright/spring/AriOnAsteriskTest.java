package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.ari.AriConfiguration;
import io.sipwright.secret.Secret;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.SipPhone;
import io.sipwright.user.SipUserPatch;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.autoconfigure.AutoConfigurations;

/** A real Asterisk takes a new password without a reload. */
@Timeout(180)
class AriOnAsteriskTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String OTHER = "another-Secret-4711";
    private static final Secret SECRET = Secret.of("ari;canary 4711");

    private static AsteriskServer start(AsteriskInstallation installation) {
        AsteriskServer.Builder builder = AsteriskServer.builder(installation)
                .file("websocket_client.conf", "")
                .file("sorcery.conf", AriConfiguration.sorcery())
                .file("ari.conf", AriConfiguration.ari("sipwright", SECRET));
        List.of("res_websocket_client.so", "res_stasis.so", "res_ari.so", "res_ari_model.so", "res_ari_asterisk.so")
                .forEach(builder::module);
        return builder.start();
    }

    private static int register(AsteriskServer asterisk, String password) {
        try (SipPhone phone = SipPhone.builder()
                .server(asterisk.host(), asterisk.sipPort())
                .user("john_doe")
                .password(password)
                .build()) {
            return phone.register().status();
        }
    }

    /** Whether it has a password in memory; a reload takes it away. */
    private static boolean isInMemory(AsteriskServer asterisk) {
        try (AmiProbe ami = asterisk.ami()) {
            return ami.sorcery("auth", "john_doe", "@overlay").equals("yes");
        }
    }

    private static void verified(Provisioned<?> change) {
        assertThat(change.awaitApplied(LIMIT).isVerified()).isTrue();
    }

    @AsteriskTest(versions = 22)
    void a_password_counts_before_asterisk_reloads(AsteriskInstallation installation) {
        try (AsteriskServer asterisk = start(installation)) {
            Contexts.embedded(asterisk.configDirectory())
                    .withConfiguration(AutoConfigurations.of(SipwrightDoctorAutoConfiguration.class))
                    .withPropertyValues(
                            "sipwright.ami.host=" + asterisk.host(),
                            "sipwright.ami.port=" + asterisk.amiPort(),
                            "sipwright.ami.username=" + asterisk.amiUser(),
                            "sipwright.ami.password=" + asterisk.amiSecret(),
                            "sipwright.ari.url=http://127.0.0.1:" + asterisk.wsPort(),
                            "sipwright.ari.username=sipwright",
                            "sipwright.ari.password=" + SECRET.reveal())
                    .run(context -> {
                        assertThat(context).hasNotFailed();
                        Sipwright sipwright = context.getBean(Sipwright.class);
                        verified(sipwright.users().create(Contexts.user("john_doe"))); // with a reload
                        assertThat(isInMemory(asterisk)).isFalse();

                        verified(sipwright
                                .users()
                                .update(
                                        "john_doe",
                                        SipUserPatch.builder().secret(OTHER).build()));

                        assertThat(isInMemory(asterisk)).isTrue();
                        assertThat(register(asterisk, OTHER)).isEqualTo(200);
                        assertThat(sipwright.contacts("john_doe").toString()).contains("127.0.0.1");
                        assertThat(context.getBean(SipwrightDoctor.class).examine("default"))
                                .hasValueSatisfying(found -> assertThat(found)
                                        .extracting(SipwrightDoctor.Finding::code)
                                        .doesNotContain("not-examined", "ami-unreachable", "ari-unreachable")
                                        .doesNotContain("ari-login", "memory-missing", "update-option"));
                    });
        }
    }
}
