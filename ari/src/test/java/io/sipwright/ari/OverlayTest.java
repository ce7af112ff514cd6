package io.sipwright.ari;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.template.OptionOverride;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.SipPhone;
import io.sipwright.testkit.WithAsterisk;
import io.sipwright.user.SipUserPatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What reaches a real Asterisk without a reload, and what by one. */
@Timeout(90)
@WithAsterisk(22)
class OverlayTest {

    private AsteriskServer asterisk;
    private Host host;
    private int reloads;

    @BeforeEach
    void start(AsteriskInstallation installation) {
        assertThat(Release.isNewEnough(installation.version())).isTrue();
        asterisk = OverlaidAsterisk.start(installation);
        host = Host.of(asterisk).with("zoe"); // which makes known what runs, by a reload
        reloads = host.reloads();
        host.with("alice");
        assertThat(host.reloads()).isEqualTo(reloads);
    }

    @AfterEach
    void stop() {
        host.close();
        asterisk.close();
    }

    @Test
    void aNewUserRegistersWithoutAReload() throws Exception {
        assertThat(OverlaidAsterisk.register(asterisk, "alice", Host.SECRET)).isEqualTo(200);
        assertThat(OverlaidAsterisk.register(asterisk, "alice", Host.OTHER)).isEqualTo(401);
        assertThat(OverlaidAsterisk.isInFront(asterisk, "endpoint", "alice")).isTrue();
        assertThat(OverlaidAsterisk.field(asterisk, "endpoint", "alice", "callerid"))
                .contains("Somebody");
        assertThat(host.reloads()).isEqualTo(reloads);
    }

    @Test
    void aChangedPasswordCountsWithoutAReload() throws Exception {
        for (String user : new String[] {"zoe", "alice"}) { // one from the file, one from memory
            try (SipPhone phone = OverlaidAsterisk.phone(asterisk, user, Host.SECRET)) {
                assertThat(phone.register().status()).isEqualTo(200);
                host.password(user, Host.OTHER);

                assertThat(phone.register().status()).isEqualTo(401);
                assertThat(OverlaidAsterisk.contacts(asterisk, user)).isEqualTo(1);
                assertThat(OverlaidAsterisk.register(asterisk, user, Host.OTHER))
                        .isEqualTo(200);
            }
            host.password(user, "third;Secret^4711");
            assertThat(OverlaidAsterisk.register(asterisk, user, Host.OTHER)).isEqualTo(401);
            assertThat(OverlaidAsterisk.register(asterisk, user, "third;Secret^4711"))
                    .isEqualTo(200);
        }
        assertThat(host.reloads()).isEqualTo(reloads);
    }

    @Test
    void aChangedEndpointOrAorCountsByAReloadAndLeavesRegistrationsAlone() {
        for (String user : new String[] {"zoe", "alice"}) {
            try (SipPhone phone = OverlaidAsterisk.phone(asterisk, user, Host.SECRET)) {
                assertThat(phone.register().status()).isEqualTo(200);
                int before = host.reloads();
                Host.verified(host.sipwright
                        .users()
                        .update(
                                user,
                                SipUserPatch.builder()
                                        .displayName("Someone else")
                                        .build()));
                assertThat(OverlaidAsterisk.field(asterisk, "endpoint", user, "callerid"))
                        .contains("Someone else");
                Host.verified(host.sipwright
                        .users()
                        .update(
                                user,
                                SipUserPatch.builder()
                                        .overrides(OptionOverride.set("aor", "max_contacts", "7"))
                                        .build()));
                assertThat(OverlaidAsterisk.field(asterisk, "aor", user, "max_contacts"))
                        .isEqualTo("7");
                assertThat(OverlaidAsterisk.contacts(asterisk, user)).isEqualTo(1);
                assertThat(phone.register().status()).isEqualTo(200);
                assertThat(OverlaidAsterisk.contacts(asterisk, user)).isEqualTo(1);
                assertThat(host.reloads()).isEqualTo(before + 2);
            }
        }
        assertThat(asterisk.cli("pjsip show endpoints")).contains("alice", "zoe");
        assertThat(asterisk.isRunning()).isTrue();
    }

    @Test
    void aUserThatGoesLeavesNothingInMemory() throws Exception {
        try (SipPhone phone = OverlaidAsterisk.phone(asterisk, "alice", Host.SECRET)) {
            assertThat(phone.register().status()).isEqualTo(200);
            Host.verified(host.sipwright.users().delete("alice"));

            assertThat(phone.register().status()).isEqualTo(401);
        }
        for (String type : Types.IN_ORDER) {
            assertThat(OverlaidAsterisk.field(asterisk, type, "alice", "@rev")).isEmpty();
        }
        assertThat(OverlaidAsterisk.contacts(asterisk, "alice")).isZero();
        host.with("alice");
        assertThat(OverlaidAsterisk.contacts(asterisk, "alice")).isZero();
        assertThat(OverlaidAsterisk.register(asterisk, "alice", Host.SECRET)).isEqualTo(200);
        assertThat(asterisk.cli("pjsip show endpoints")).contains("alice");
        assertThat(asterisk.isRunning()).isTrue();
    }

    @Test
    void aUserThatGoesAfterTheFilesHaveHimLeavesNothingEither() throws Exception {
        host.with("bob");
        Host.verified(host.sipwright.users().delete("zoe")); // which takes a reload
        assertThat(OverlaidAsterisk.isInFront(asterisk, "endpoint", "alice")).isFalse();
        try (SipPhone phone = OverlaidAsterisk.phone(asterisk, "alice", Host.SECRET)) {
            assertThat(phone.register().status()).isEqualTo(200);
            Host.verified(host.sipwright.users().delete("alice"));
            assertThat(phone.register().status()).isEqualTo(401);
        }
        assertThat(OverlaidAsterisk.field(asterisk, "aor", "alice", "@rev")).isEmpty();
        assertThat(OverlaidAsterisk.register(asterisk, "bob", Host.SECRET)).isEqualTo(200);
        assertThat(asterisk.cli("pjsip show endpoints")).contains("bob").doesNotContain("alice");
        assertThat(asterisk.isRunning()).isTrue();
    }
}
