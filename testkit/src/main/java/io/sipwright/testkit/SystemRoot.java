package io.sipwright.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory a system is unpacked in; {@code /} for the running system itself.
 *
 * <p>Links in an unpacked system mean its own root: {@code /usr/lib/x} is {@code ROOT/usr/lib/x}. So every path here is
 * resolved link by link, inside the root.
 */
record SystemRoot(Path directory) {
    private static final int MAX_LINKS = 40;

    /** The file that {@code path} (relative to the root) leads to, if there is one. */
    Optional<Path> resolve(String path) {
        Deque<Path> todo = new ArrayDeque<>();
        push(todo, Path.of(path));
        Path at = directory;
        int links = 0;
        while (!todo.isEmpty()) {
            Path step = todo.pop();
            if (step.toString().equals("..")) {
                at = at.equals(directory) ? directory : parent(at);
                continue;
            }
            Path next = at.resolve(step);
            if (Files.isSymbolicLink(next)) {
                if (++links > MAX_LINKS) {
                    return Optional.empty();
                }
                Path target = target(next);
                push(todo, target);
                at = target.isAbsolute() ? directory : at;
            } else if (Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
                at = next;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(at);
    }

    /** The names in a directory of this system, sorted; none if it is not there. */
    List<String> names(String path) {
        Optional<Path> found = resolve(path).filter(Files::isDirectory);
        if (found.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(found.get())) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + found.get(), e);
        }
    }

    private Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? directory : parent;
    }

    private static void push(Deque<Path> todo, Path path) {
        for (int i = path.getNameCount() - 1; i >= 0; i--) {
            if (!path.getName(i).toString().equals(".")) {
                todo.push(path.getName(i));
            }
        }
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the link " + link, e);
        }
    }
}
