package io.sipwright.testkit.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.target.ConfigFiles;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.DigestAlgorithm;
import io.sipwright.testkit.SipPhone;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import java.io.IOException;
import java.nio.file.Files;

/** A phone registers by its password although Asterisk is given nothing but digests. */
class UserDigestsTest {

    private static final String SECRET = "x9;Vr>4-Kp7\"Lm2'Qz=";

    @AsteriskTest
    void aPhoneRegistersByItsPasswordWhereOnlyDigestsAreKept(AsteriskServer asterisk) throws IOException {
        Sipwright sipwright = sipwright(asterisk);
        sipwright.users().create(user("md5"));

        assertThat(Files.readString(asterisk.configDirectory().resolve("pjsip_users.conf")))
                .doesNotContain("password =");
        assertThat(status(asterisk, "md5", SECRET)).isEqualTo(200);
        assertThat(status(asterisk, "md5", SECRET + "x")).isEqualTo(401);
        sipwright
                .users()
                .update("md5", SipUserPatch.builder().secret("another-One-4711").build());
        assertThat(status(asterisk, "md5", SECRET)).isEqualTo(401);
        assertThat(status(asterisk, "md5", "another-One-4711")).isEqualTo(200);
        assertThat(asterisk.complaints()).allMatch(line -> line.contains("failed to authenticate"));
    }

    @AsteriskTest
    void asterisk22TakesSha256(AsteriskServer asterisk) {
        assumeTrue(asterisk.major() >= 22);
        Sipwright sipwright = sipwright(asterisk);
        for (String digest : new String[] {"sha256", "both"}) {
            sipwright
                    .users()
                    .create(user(digest).toBuilder().field("digest", digest).build());
            assertThat(status(asterisk, digest, SECRET, DigestAlgorithm.SHA_256))
                    .isEqualTo(200);
            assertThat(status(asterisk, digest, SECRET + "x", DigestAlgorithm.SHA_256))
                    .isEqualTo(401);
        }
        assertThat(status(asterisk, "both", SECRET, DigestAlgorithm.MD5)).isEqualTo(200);
    }

    private static SipUserSpec user(String name) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .secret(SECRET)
                .build();
    }

    private static Sipwright sipwright(AsteriskServer asterisk) {
        return Sipwright.builder()
                .applying(Applying.BEFORE_RETURN)
                .target(ConfigFiles.in(asterisk.configDirectory()))
                .asteriskVersion(AsteriskVersion.parse(Integer.toString(asterisk.major()))
                        .orElseThrow())
                .userDigests("asterisk")
                .reloader(request -> {
                    asterisk.reload();
                    return new ReloadOutcome.Accepted();
                })
                .build();
    }

    private static int status(AsteriskServer asterisk, String user, String password, DigestAlgorithm... algorithms) {
        SipPhone.Builder phone = SipPhone.builder()
                .server(asterisk.host(), asterisk.sipPort())
                .user(user)
                .password(password);
        if (algorithms.length > 0) {
            phone.algorithms(algorithms);
        }
        try (SipPhone built = phone.build()) {
            return built.register().status();
        }
    }
}
