package io.sipwright.imports;

import io.sipwright.pjsip.IncludeResolver;
import io.sipwright.pjsip.ParsedPjsip;
import io.sipwright.pjsip.PjsipParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of one configuration, as in {@code /etc/asterisk}.
 *
 * @param files content by path relative to the directory; what is written about them is not among them
 */
record ConfigurationDirectory(Map<String, String> files) {

    static final String MAIN = "pjsip.conf";
    static final String WIZARD = "pjsip_wizard.conf";

    private static final Set<String> NOTES = Set.of("about.txt", "expected.txt", "expected-16.txt", "refusal.txt");

    static ConfigurationDirectory read(Path directory) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                String name = directory.relativize(path).toString();
                if (!NOTES.contains(name)) {
                    files.put(name, Files.readString(path, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + directory, e);
        }
        return new ConfigurationDirectory(files);
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    ParsedPjsip parse(String name) {
        return PjsipParser.withIncludes(this::included).parse(name, files.getOrDefault(name, ""));
    }

    private List<IncludeResolver.Included> included(String pattern) {
        var glob = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        return files.entrySet().stream()
                .filter(file -> glob.matches(Path.of(file.getKey())))
                .map(file -> new IncludeResolver.Included(
                        file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    void writeTo(Path directory) {
        files.forEach((name, content) -> {
            Path file = directory.resolve(name);
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, content, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write " + file, e);
            }
        });
    }
}
