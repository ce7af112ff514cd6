package io.sipwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** The corpus itself: Asterisk loads of each configuration what its notes say. */
class CorpusTest {

    @AsteriskTest
    void asteriskShowsWhatIsExpected(AsteriskInstallation installation) {
        List<Path> configurations = Corpus.loadedInto(installation);
        RoundTrip roundTrip = new RoundTrip(installation);
        Map<String, String> shown = new ConcurrentHashMap<>();
        Map<String, String> expected = new TreeMap<>();
        // Most of the time is waiting for a server to start and to end.
        configurations.parallelStream()
                .forEach(configuration -> shown.put(
                        configuration.toString(),
                        String.join(
                                "\n",
                                roundTrip.snapshot(configuration).objects().keySet())));
        configurations.forEach(configuration -> expected.put(
                configuration.toString(),
                String.join("\n", new TreeSet<>(Corpus.lines(expected(configuration, installation))))));
        assertThat(new TreeMap<>(shown)).isEqualTo(expected);
        assertThat(String.join("\n", shown.values()).lines().count()).isGreaterThan(5L * configurations.size());
    }

    @Test
    void eachHasItsNotes() {
        assertThat(Corpus.good()).hasSizeGreaterThanOrEqualTo(45).allSatisfy(configuration -> {
            assertThat(configuration.resolve("about.txt")).isNotEmptyFile();
            assertThat(configuration.resolve("expected.txt")).exists();
            assertThat(configuration.resolve("pjsip.conf")).exists();
        });
        assertThat(Corpus.broken()).hasSizeGreaterThanOrEqualTo(15).allSatisfy(configuration -> {
            assertThat(configuration.resolve("about.txt")).isNotEmptyFile();
            assertThat(Corpus.lines(configuration.resolve("refusal.txt"))).isNotEmpty();
        });
    }

    /** What a checkout or an editor might have smoothed away. */
    @Test
    void theOddBytesAreThere() {
        assertThat(text("crlf")).contains("\r\n").doesNotContainPattern("[^\r]\n");
        assertThat(text("mixed-line-ends")).containsPattern("[^\r]\n").contains("\r\n");
        assertThat(text("mixed-line-ends")).doesNotEndWith("\n");
        assertThat(text("byte-order-mark")).startsWith("\uFEFF");
        assertThat(text("tabs")).contains("\t=\t");
        assertThat(text("managed-by-ansible")).contains("   \n");
        assertThat(text("empty")).isEmpty();
    }

    private static String text(String name) {
        return ConfigurationDirectory.read(Corpus.good(name)).files().getOrDefault("pjsip.conf", "missing");
    }

    /** The parser sees no section fewer than Asterisk: each object that runs has a section or a wizard. */
    @Test
    void eachExpectedObjectIsASectionOfTheFiles() {
        for (Path configuration : Corpus.good()) {
            ConfigurationDirectory directory = ConfigurationDirectory.read(configuration);
            List<String> sections = new ArrayList<>();
            directory
                    .parse(ConfigurationDirectory.MAIN)
                    .document()
                    .sections()
                    .forEach(section -> sections.add(section.type().orElse("") + " " + section.name()));
            WizardExpansion expansion = WizardExpansion.of(directory.parse(ConfigurationDirectory.WIZARD));
            assertThat(expansion.refusals()).isEmpty();
            expansion
                    .sections()
                    .forEach(made -> sections.add(made.section().type().orElse("") + " "
                            + made.section().name()));
            assertThat(sections)
                    .as(configuration.toString())
                    .containsAll(Corpus.lines(configuration.resolve("expected.txt")));
        }
    }

    private static Path expected(Path configuration, AsteriskInstallation installation) {
        Path of16 = configuration.resolve("expected-16.txt");
        return installation.major() == 16 && Files.exists(of16) ? of16 : configuration.resolve("expected.txt");
    }
}
