package io.sipwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.WithAsterisk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness itself: each sort of damage is found. That what is the same is found equal, see {@link IdentityRoundTripTest}. */
@WithAsterisk
class RoundTripTest {

    @TempDir
    Path target;

    @Test
    void damageIsFound(AsteriskInstallation installation) {
        Path configuration = Corpus.good("original-system");
        RoundTrip roundTrip = new RoundTrip(installation);
        Snapshot before = roundTrip.snapshot(configuration);
        Map<String, List<String>> damages = new TreeMap<>(Map.of(
                "password=my_secret_password -> password=other",
                        List.of(
                                "- auth telnyx_main-auth: password = my_secret_password",
                                "+ auth telnyx_main-auth: password = other"),
                "allow=ulaw,alaw,g722 -> allow=ulaw,g722,alaw",
                        List.of(
                                "- endpoint telnyx_main-endpoint: allow = (ulaw|alaw|g722)",
                                "+ endpoint telnyx_main-endpoint: allow = (ulaw|g722|alaw)"),
                "match=localhost -> match=127.0.0.9",
                        List.of(
                                "- identify telnyx_main-identify: match = 127.0.0.1/255.255.255.255",
                                "+ identify telnyx_main-identify: match = 127.0.0.9/255.255.255.255"),
                "contact=sip:sip.example.com -> contact=sip:sip.example.org",
                        List.of(
                                "- aor telnyx_main-aor: contact = sip:sip.example.com",
                                "+ aor telnyx_main-aor: contact = sip:sip.example.org"),
                "expiration=300 -> expiration=301",
                        List.of(
                                "- registration telnyx_main: expiration = 300",
                                "+ registration telnyx_main: expiration = 301"),
                "qualify_frequency=60\nmaximum_expiration -> maximum_expiration",
                        List.of(
                                "- aor mobile_user_1: qualify_frequency = 60",
                                "+ aor mobile_user_1: qualify_frequency = 0"),
                "retry_interval=60 -> max_random_initial_delay=7\nretry_interval=60",
                        List.of(
                                "- registration telnyx_main: max_random_initial_delay = 10",
                                "+ registration telnyx_main: max_random_initial_delay = 7"),
                "type=identify -> type=nothing", List.of("- identify telnyx_main-identify"),
                "[mobile_user_1]\ntype=endpoint -> [mobile_user_2]\ntype=endpoint",
                        List.of("- endpoint mobile_user_1", "+ endpoint mobile_user_2"),
                "send_rpid=yes -> send_rpid=no",
                        List.of(
                                "- endpoint telnyx_main-endpoint: send_rpid = true",
                                "+ endpoint telnyx_main-endpoint: send_rpid = false")));
        damages.forEach((change, difference) -> {
            String[] fromTo = change.split(" -> ", 2);
            assertThat(before.difference(roundTrip.snapshot(changed(configuration, fromTo[0], fromTo[1]))))
                    .as(change)
                    .isEqualTo(difference);
        });
    }

    @Test
    void damageOfAWizardIsFound(AsteriskInstallation installation) {
        Importing careless = (configuration, directory) -> {
            changed(configuration, "aor/qualify_frequency = 30", "aor/qualify_frequency = 31")
                    .writeTo(directory);
            return directory;
        };
        assertThat(new RoundTrip(installation).difference(Corpus.good("wizard-trunks"), careless, target))
                .containsExactly(
                        "- aor by-line: qualify_frequency = 30",
                        "+ aor by-line: qualify_frequency = 31",
                        "- aor my-itsp: qualify_frequency = 30",
                        "+ aor my-itsp: qualify_frequency = 31",
                        "- aor peer: qualify_frequency = 30",
                        "+ aor peer: qualify_frequency = 31");
    }

    @Test
    void theOrderOfContactsIsFound() {
        Snapshot one = new Snapshot(Map.of("aor a", List.of("contact = sip:1@h", "contact = sip:2@h")));
        Snapshot other = new Snapshot(Map.of("aor a", List.of("contact = sip:2@h", "contact = sip:1@h")));
        assertThat(one.difference(other)).singleElement().asString().startsWith("~ aor a");
        assertThat(one.difference(one)).isEmpty();
    }

    /** Of a name that stands in both files, the object of pjsip.conf is the one that Asterisk uses. */
    @Test
    void sectionsComeBeforeWizards(AsteriskInstallation installation) {
        Snapshot both = new RoundTrip(installation).snapshot(Corpus.good("wizard-beside-sections"));
        assertThat(both.objects().get("endpoint 12")).contains("allow = (alaw)", "auth = 12");
        assertThat(both.objects().get("endpoint 13")).contains("allow = (ulaw)", "auth = 13-iauth");
    }

    private static ConfigurationDirectory changed(Path configuration, String from, String to) {
        ConfigurationDirectory directory = ConfigurationDirectory.read(configuration);
        Map<String, String> files = new TreeMap<>(directory.files());
        files.replaceAll((name, text) -> text.replace(from, to));
        assertThat(files).as(from).isNotEqualTo(directory.files());
        return new ConfigurationDirectory(files);
    }
}
