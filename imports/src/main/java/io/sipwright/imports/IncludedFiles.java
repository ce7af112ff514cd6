package io.sipwright.imports;

import io.sipwright.pjsip.IncludeResolver;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds included files as Asterisk does: relative to the directory of its configuration, with wildcards. */
final class IncludedFiles implements IncludeResolver {

    private final Path directory;
    private final SizeLimit limit;

    IncludedFiles(Path directory, SizeLimit limit) {
        this.directory = directory;
        this.limit = limit;
    }

    @Override
    public List<Included> resolve(String name) throws IOException {
        List<Included> included = new ArrayList<>();
        for (Path file : files(name)) {
            included.add(new Included(shown(file), limit.read(file)));
        }
        return included;
    }

    private List<Path> files(String name) throws IOException {
        Path start = name.startsWith("/") ? directory.getRoot() : directory;
        List<Path> found = List.of(start);
        for (String part : name.split("/+")) {
            if (!part.isEmpty()) {
                found = next(found, part);
            }
        }
        return found.stream().filter(Files::isRegularFile).sorted().toList();
    }

    private static List<Path> next(List<Path> places, String part) throws IOException {
        List<Path> found = new ArrayList<>();
        boolean wild = part.matches(".*[*?\\[].*");
        for (Path place : places) {
            if (wild) {
                found.addAll(matching(place, part));
            } else if (Files.exists(place.resolve(part))) {
                found.add(place.resolve(part).normalize());
            }
        }
        return found;
    }

    /** Hidden files are not meant by a wildcard. */
    private static List<Path> matching(Path place, String part) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + part.replaceAll("[{}\\\\]", "\\\\$0"));
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(place)) {
            for (Path entry : entries) {
                boolean hidden = entry.getFileName().toString().startsWith(".") && !part.startsWith(".");
                if (!hidden && matcher.matches(entry.getFileName())) {
                    found.add(entry);
                }
            }
        }
        Collections.sort(found);
        return found;
    }

    /** The name for messages. */
    String shown(Path file) {
        return file.startsWith(directory) ? directory.relativize(file).toString() : file.toString();
    }
}
