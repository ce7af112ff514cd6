package io.sipwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The expansion against the module itself: Asterisk must show the same, whoever made the objects. */
class WizardAgainstAsteriskTest {

    private static final Path SHAPES = Path.of("src/test/resources/wizards");
    private static final Path REFUSED = Path.of("src/test/resources/wizards-refused");
    private static final Pattern UNABLE = Pattern.compile("Unable to create objects for wizard '(.*)'");

    @AsteriskTest
    void theSameObjects(AsteriskInstallation installation) {
        ConfigurationDirectory wizards = ConfigurationDirectory.read(SHAPES);
        RoundTrip roundTrip = new RoundTrip(installation);

        Snapshot made = roundTrip.snapshot(wizards);
        Snapshot expanded = roundTrip.snapshot(expanded(wizards));

        assertThat(made.difference(expanded)).isEmpty();
        assertThat(made.objects()).hasSizeGreaterThan(100);
        assertThat(made.objects())
                .containsKeys("endpoint trunk", "aor trunk", "auth trunk-oauth", "identify trunk-identify")
                .containsKeys("registration trunk-reg-1", "auth phone-iauth", "endpoint stands-in-pjsip-conf")
                .doesNotContainKeys("registration trunk-twice-reg-1", "auth trunk-twice-oauth", "endpoint trunk-fault")
                .doesNotContainKey("endpoint bystander");
        assertThat(made.objects().get("identify trunk-name-port-identify"))
                .contains("match = 127.0.0.1:5999/255.255.255.255");
    }

    @AsteriskTest
    void theSamePhoneprov(AsteriskInstallation installation) {
        ConfigurationDirectory wizards = ConfigurationDirectory.read(SHAPES);
        List<String> fields = List.of("MAC", "PROFILE", "LABEL", "endpoint");
        assertThat(phoneprov(installation, wizards, fields))
                .isEqualTo(phoneprov(installation, expanded(wizards), fields))
                .containsExactly("001122aa4455", "profile1", "desk", "phone-provisioned");
    }

    @AsteriskTest
    void refusedIsWhatTheModuleMakesOnlyInPart(AsteriskInstallation installation) {
        ConfigurationDirectory wizards = ConfigurationDirectory.read(REFUSED);
        WizardExpansion expansion = WizardExpansion.of(wizards.parse(ConfigurationDirectory.WIZARD));
        Set<String> refused = new LinkedHashSet<>();
        expansion
                .refusals()
                .forEach(refusal -> refused.add(
                        refusal.message().substring(1, refusal.message().indexOf(']'))));

        Set<String> complained = new LinkedHashSet<>();
        try (AsteriskServer asterisk = new QuietConfiguration(wizards).start(installation)) {
            for (String line : asterisk.complaints()) {
                Matcher matcher = UNABLE.matcher(line);
                if (matcher.find()) {
                    complained.add(matcher.group(1));
                }
            }
        }
        assertThat(complained).hasSize(7);
        assertThat(refused)
                .containsAll(complained)
                .hasSize(11)
                .filteredOn(name -> !complained.contains(name))
                .allMatch(name -> name.startsWith("beyond-"));
        assertThat(expansion.sections())
                .extracting(made -> made.section().name())
                .containsOnly("good");
    }

    /** Why an empty host is refused: what is meant as nothing becomes a contact. */
    @AsteriskTest
    void aCommaAtTheEnd(AsteriskInstallation installation) {
        Snapshot made = new RoundTrip(installation).snapshot(REFUSED);
        assertThat(made.objects().get("aor beyond-empty-host")).contains("contact = sip:");
        assertThat(made.objects().get("aor beyond-comma").contains("contact = sip:"))
                .isEqualTo(installation.major() >= 22);
    }

    private static List<String> phoneprov(
            AsteriskInstallation installation, ConfigurationDirectory directory, List<String> fields) {
        try (AsteriskServer asterisk = new QuietConfiguration(directory).start(installation);
                AmiProbe probe = asterisk.ami()) {
            return fields.stream()
                    .map(field -> probe.sorcery("phoneprov", "phone-provisioned-phoneprov", field))
                    .toList();
        }
    }

    /** The same configuration with sections in place of wizards. */
    private static ConfigurationDirectory expanded(ConfigurationDirectory wizards) {
        WizardExpansion expansion = WizardExpansion.of(wizards.parse(ConfigurationDirectory.WIZARD));
        assertThat(expansion.refusals()).isEmpty();
        List<Section> sections =
                expansion.sections().stream().map(WizardExpansion.Made::section).toList();
        Map<String, String> files = new TreeMap<>(wizards.files());
        files.remove(ConfigurationDirectory.WIZARD);
        files.merge(
                ConfigurationDirectory.MAIN,
                PjsipWriter.toString(new PjsipDocument(List.copyOf(sections))),
                (a, b) -> a + "\n" + b);
        return new ConfigurationDirectory(files);
    }
}
