package io.sipwright.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
