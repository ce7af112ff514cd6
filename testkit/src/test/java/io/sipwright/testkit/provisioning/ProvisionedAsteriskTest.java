package io.sipwright.testkit.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.target.ConfigFiles;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.SipPhone;
import io.sipwright.testkit.Sipp;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.ValidationException;
import java.util.List;
import java.util.stream.IntStream;

/** From a described user to a registered phone, through the whole library and a real Asterisk. */
class ProvisionedAsteriskTest {

    private static final String SECRET = "x9;Vr>4-Kp7\"Lm2'Qz=";

    @AsteriskTest
    void usersOfThreeKindsRegisterAndAWrongPasswordIsRefused(AsteriskServer asterisk) {
        Sipwright sipwright = sipwright(asterisk);
        Sipp registering = Sipp.registered();
        Sipp refused = Sipp.refused();
        for (String template : List.of("basic_user", "advanced_user", "mobile_user")) {
            sipwright.users().create(user(template + "_1", template, SECRET));
            assertThat(registering.run(asterisk, template + "_1", SECRET))
                    .as(template)
                    .isTrue();
            assertThat(refused.run(asterisk, template + "_1", SECRET + "x"))
                    .as(template)
                    .isTrue();
        }
        assertThat(asterisk.complaints()).allMatch(line -> line.contains("failed to authenticate"));
    }

    @AsteriskTest
    void aChangedPasswordCountsAndADeletedUserIsUnknown(AsteriskServer asterisk) {
        Sipwright sipwright = sipwright(asterisk);
        sipwright.users().create(user("alice", "basic_user", SECRET));
        assertThat(status(asterisk, "alice", SECRET)).isEqualTo(200);

        sipwright
                .users()
                .update(
                        "alice",
                        SipUserPatch.builder().secret("another-one-4711").build());
        assertThat(status(asterisk, "alice", SECRET)).isEqualTo(401);
        assertThat(status(asterisk, "alice", "another-one-4711")).isEqualTo(200);

        sipwright.users().disable("alice");
        assertThat(status(asterisk, "alice", "another-one-4711")).isEqualTo(401);
        sipwright.users().enable("alice");
        assertThat(status(asterisk, "alice", "another-one-4711")).isEqualTo(200);
        sipwright.users().delete("alice");
        assertThat(status(asterisk, "alice", "another-one-4711")).isEqualTo(401);
    }

    @AsteriskTest
    void aHundredUsersCreatedAtOnceAreAllThere(AsteriskServer asterisk) {
        Sipwright sipwright = sipwright(asterisk);
        IntStream.range(0, 100)
                .parallel()
                .forEach(i -> sipwright.users().create(user("user" + i, "basic_user", SECRET)));
        try (AmiProbe ami = asterisk.ami()) {
            assertThat(IntStream.range(0, 100)
                            .mapToObj(i -> ami.sorcery("endpoint", "user" + i, "@rev"))
                            .toList())
                    .doesNotContain("");
        }
        assertThat(asterisk.complaints()).isEmpty();
    }

    @AsteriskTest
    void whatIsRefusedLeavesTheRunningUsersAlone(AsteriskServer asterisk) {
        Sipwright sipwright = sipwright(asterisk);
        sipwright.users().create(user("alice", "basic_user", SECRET));
        for (String hostile : List.of(
                "abc\n[evil]\ntype=endpoint", "secret\r\n#exec /bin/true", "0123456789ab\0cdef", " outer-blank-1234")) {
            assertThatThrownBy(() -> sipwright.users().create(user("mallory", "basic_user", hostile)))
                    .isInstanceOf(ValidationException.class);
        }
        assertThatThrownBy(() -> sipwright.users().create(user("ALICE", "basic_user", SECRET)))
                .isInstanceOf(ValidationException.class);
        assertThat(status(asterisk, "alice", SECRET)).isEqualTo(200);
        try (AmiProbe ami = asterisk.ami()) {
            assertThat(ami.sorcery("endpoint", "evil", "context")).isEmpty();
            assertThat(ami.sorcery("endpoint", "mallory", "context")).isEmpty();
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

    private static SipUserSpec user(String name, String template, String secret) {
        return SipUserSpec.builder(name, template)
                .extension("1001")
                .secret(secret)
                .build();
    }

    private static int status(AsteriskServer asterisk, String user, String password) {
        try (SipPhone phone = SipPhone.builder()
                .server(asterisk.host(), asterisk.sipPort())
                .user(user)
                .password(password)
                .build()) {
            return phone.register().status();
        }
    }
}
