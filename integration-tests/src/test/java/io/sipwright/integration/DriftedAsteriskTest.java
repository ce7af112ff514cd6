package io.sipwright.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.apply.Drift;
import io.sipwright.apply.Drift.Place;
import io.sipwright.target.ConfigFiles;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;

/** Someone edits our file and has Asterisk reload: it is seen in both places, and can be taken over. */
@Timeout(60)
class DriftedAsteriskTest {

    @AsteriskTest
    void anEditIsSeenInTheFileAndInAsteriskAndTakenOver(AsteriskServer asterisk) throws IOException {
        try (Host host = new Host(
                asterisk, Databases.h2(), Host.settings(), ignored -> ConfigFiles.in(asterisk.configDirectory()))) {
            Sipwright sipwright = host.sipwright;
            sipwright.users().create(Host.user("alice"));
            assertThat(sipwright
                            .users()
                            .create(Host.user("bob"))
                            .awaitApplied(Host.LIMIT)
                            .isVerified())
                    .isTrue();
            assertThat(drift(sipwright).isNone()).isTrue();

            Path users = asterisk.configDirectory().resolve("pjsip_users.conf");
            String text = Files.readString(users);
            Files.writeString(
                    users,
                    text.replaceFirst("max_contacts=1", "max_contacts=4").replaceFirst("@rev=\\w+", "@rev=byhand"));
            reload(asterisk);

            assertThat(drift(sipwright).objects())
                    .extracting(object -> object.place() + " " + object.object())
                    .contains("FILE aor alice", "ASTERISK auth alice")
                    .doesNotContain("FILE aor bob", "ASTERISK aor bob");
            assertThat(sipwright.adoptEdits("default").orElseThrow().value()).containsExactly("alice");
            assertThat(sipwright.apply().isVerified()).isTrue();
            assertThat(drift(sipwright)).matches(Drift::isNone, "no drift");
            assertThat(sipwright.users().get("alice").spec().fields().text("max_contacts"))
                    .hasValue("4");
            assertThat(host.register("alice", Host.SECRET)).isEqualTo(200);
        }
    }

    @AsteriskTest
    void anAsteriskThatLostAnObjectIsSeen(AsteriskServer asterisk) throws IOException {
        try (Host host = new Host(
                asterisk, Databases.h2(), Host.settings(), ignored -> ConfigFiles.in(asterisk.configDirectory()))) {
            Sipwright sipwright = host.sipwright;
            assertThat(sipwright
                            .users()
                            .create(Host.user("alice"))
                            .awaitApplied(Host.LIMIT)
                            .isVerified())
                    .isTrue();
            Path users = asterisk.configDirectory().resolve("pjsip_users.conf");
            String text = Files.readString(users);
            Files.writeString(users, "");
            reload(asterisk);
            Files.writeString(users, text); // put back, but not reloaded

            List<Drift.ObjectDrift> objects = drift(sipwright).objects();

            assertThat(objects).isNotEmpty().allMatch(object -> object.place() == Place.ASTERISK);
            assertThat(objects).extracting(object -> object.object().name()).containsOnly("alice");
            assertThat(sipwright.apply().isVerified()).isTrue();
            assertThat(drift(sipwright)).matches(Drift::isNone, "no drift");
        }
    }

    private static Drift drift(Sipwright sipwright) {
        return sipwright.drift().get(0);
    }

    private static void reload(AsteriskServer asterisk) {
        try (AmiProbe ami = asterisk.ami()) {
            ami.reload();
        }
    }
}
