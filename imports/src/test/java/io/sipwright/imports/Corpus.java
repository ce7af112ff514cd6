package io.sipwright.imports;

import io.sipwright.testkit.AsteriskInstallation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The configurations among the test resources, each in a directory of its own. */
final class Corpus {

    private static final Path RESOURCES = Path.of("src/test/resources");

    private Corpus() {}

    /** Configurations that Asterisk loads. */
    static List<Path> good() {
        return directories("corpus");
    }

    /** Configurations that must be refused; {@code refusal.txt} says where and why. */
    static List<Path> broken() {
        return directories("corpus-broken");
    }

    /**
     * Those of them that a build loads into one version of Asterisk: each into one, and with {@code -Dcorpus=full} each into all.
     */
    static List<Path> loadedInto(AsteriskInstallation installation) {
        List<Path> all = good();
        if ("full".equals(System.getProperty("corpus"))) {
            return all;
        }
        int share = installation.major() / 2 % 2; // 16 or 22
        return IntStream.range(0, all.size())
                .filter(i -> i % 2 == share)
                .mapToObj(all::get)
                .toList();
    }

    static Path good(String name) {
        return RESOURCES.resolve("corpus").resolve(name);
    }

    private static List<Path> directories(String name) {
        try (Stream<Path> paths = Files.list(RESOURCES.resolve(name))) {
            return paths.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file, without empty ones. */
    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
