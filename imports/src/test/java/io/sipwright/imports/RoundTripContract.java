package io.sipwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** What holds for an import: Asterisk shows the same before and after, for each configuration of the corpus. */
abstract class RoundTripContract {

    /** For one version of Asterisk. */
    abstract Importing importing(AsteriskInstallation installation);

    List<Path> configurations(AsteriskInstallation installation) {
        return Corpus.loadedInto(installation);
    }

    @AsteriskTest
    void asteriskShowsTheSame(AsteriskInstallation installation, @TempDir Path targets) {
        RoundTrip roundTrip = new RoundTrip(installation);
        Importing importing = importing(installation);
        // Most of the time is waiting for a server to start and to end.
        List<Path> configurations = configurations(installation);
        Map<String, List<String>> differences = new TreeMap<>(configurations.parallelStream()
                .collect(Collectors.toConcurrentMap(
                        Path::toString,
                        configuration ->
                                roundTrip.difference(configuration, importing, target(targets, configuration)))));
        assertThat(differences).hasSameSizeAs(configurations).isNotEmpty();
        differences.replaceAll((configuration, lines) ->
                lines.stream().filter(line -> !isAnotherWord(line)).toList());
        differences.values().removeIf(List::isEmpty);
        assertThat(differences).isEmpty();
    }

    /** Asterisk 22 knows three words for a password, which mean the same; the two older ones are deprecated. */
    private static boolean isAnotherWord(String line) {
        return line.matches("[-+] auth .*: auth_type = (userpass|md5|digest)");
    }

    private static Path target(Path targets, Path configuration) {
        try {
            return Files.createDirectory(targets.resolve(configuration.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
