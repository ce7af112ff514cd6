package io.sipwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.Location;
import io.sipwright.pjsip.ParsedPjsip;
import io.sipwright.pjsip.PjsipSyntaxException;
import io.sipwright.pjsip.Section;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Each broken configuration is refused where its notes say, by what is below the importer. */
class BrokenCorpusTest {

    @Test
    void refusedWithFileAndLine() {
        SoftAssertions softly = new SoftAssertions();
        for (Path configuration : Corpus.broken()) {
            List<String> expected = Corpus.lines(configuration.resolve("refusal.txt"));
            List<String> refusals = refusals(ConfigurationDirectory.read(configuration));
            softly.assertThat(refusals).as(configuration.toString()).hasSameSizeAs(expected);
            for (int i = 0; i < Math.min(refusals.size(), expected.size()); i++) {
                softly.assertThat(refusals.get(i)).as(configuration.toString()).startsWith(expected.get(i));
            }
            softly.assertThat(refusals.toString()).doesNotContain("sesame");
        }
        softly.assertAll();
    }

    /** Why a duplicate is no small matter. */
    @AsteriskTest
    void aDuplicateTakesAllEndpointsAway(AsteriskInstallation installation) {
        Path configuration = Path.of("src/test/resources/corpus-broken/duplicate-endpoint");
        assertThat(new RoundTrip(installation).snapshot(configuration).objects().keySet())
                .containsExactly("aor 6000");
    }

    private static List<String> refusals(ConfigurationDirectory directory) {
        try {
            List<String> refusals = duplicates(directory.parse(ConfigurationDirectory.MAIN));
            WizardExpansion.of(directory.parse(ConfigurationDirectory.WIZARD))
                    .refusals()
                    .forEach(refusal -> refusals.add(refusal.toString()));
            return refusals;
        } catch (PjsipSyntaxException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> duplicates(ParsedPjsip file) {
        List<String> duplicates = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Section> sections = file.document().sections();
        for (int i = 0; i < sections.size(); i++) {
            Location location = file.locations().get(i);
            if (!seen.add(
                    sections.get(i).type().orElse("") + " " + sections.get(i).name())) {
                duplicates.add(location + ": stands twice");
            }
        }
        return duplicates;
    }
}
