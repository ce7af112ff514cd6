package io.sipwright.ami;

import io.sipwright.pjsip.IncludeResolver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;

/** Finds included files in a directory, as Asterisk does, and remembers which there were, and how often. */
final class Includes implements IncludeResolver {
    /** A file of 20,000 users has 12 MB; more is no configuration of a PJSIP. */
    private static final long MAX_BYTES = 64L << 20;

    private final Path directory;
    private final Map<Path, Integer> times = new LinkedHashMap<>();
    private final Map<Path, String> texts = new HashMap<>();
    private final Set<String> asked = new TreeSet<>();

    Includes(Path directory) {
        this.directory = directory;
    }

    byte[] top(Path file) throws IOException {
        byte[] bytes = bytes(file);
        texts.put(file, new String(bytes, StandardCharsets.UTF_8));
        return bytes;
    }

    @Override
    public List<Included> resolve(String name) throws IOException {
        List<Path> files = files(name);
        asked.add(name);
        List<Included> included = new ArrayList<>();
        for (Path file : files) {
            byte[] content = bytes(file);
            times.merge(file, 1, Integer::sum);
            texts.put(file, new String(content, StandardCharsets.UTF_8));
            included.add(new Included(file.toString(), content));
        }
        return included;
    }

    List<Path> files(String name) throws IOException {
        Path path = directory.resolve(name).normalize();
        if (!isGlob(name)) {
            return Files.isRegularFile(path) ? List.of(path) : List.of();
        }
        Path parent = path.getParent();
        Path glob = path.getFileName();
        if (parent == null || glob == null || !Files.isDirectory(parent)) {
            return List.of();
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, glob.toString())) {
            List<Path> files = new ArrayList<>();
            found.forEach(file -> {
                if (Files.isRegularFile(file)
                        && !String.valueOf(file.getFileName()).startsWith(".")) {
                    files.add(file);
                }
            });
            return files.stream().sorted().toList();
        } catch (PatternSyntaxException e) {
            return List.of(); // to Asterisk it is a name like any other
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("too large");
        }
        return Files.readAllBytes(file);
    }

    /** How often each included file was included. */
    Map<Path, Integer> times() {
        return times;
    }

    /** The text of each file that was read, the including ones among them. */
    Map<Path, String> texts() {
        return texts;
    }

    /** Whether a file is included when it is there: by its name, or by a glob. */
    boolean wouldFind(Path file) {
        return asked.stream()
                .map(name -> directory.resolve(name).normalize())
                .anyMatch(path -> path.equals(file) || isGlob(path.toString()) && matches(path, file));
    }

    private static boolean matches(Path glob, Path file) {
        try {
            return file.getFileSystem().getPathMatcher("glob:" + glob).matches(file);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static boolean isGlob(String name) {
        return name.matches(".*[*?\\[{].*");
    }
}
