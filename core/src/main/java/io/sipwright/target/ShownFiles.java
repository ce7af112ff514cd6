package io.sipwright.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Remembers which files were shown, and what the file system said of them then. Thread-safe. */
final class ShownFiles {

    private final Map<Path, Seen> files = new LinkedHashMap<>();

    /** What changes when a file is replaced or edited: its number, its size and its time. */
    private record Seen(
            @Nullable Object key, long size, @Nullable FileTime modified) {

        static @Nullable Seen of(Path file) {
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                return new Seen(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
            } catch (IOException e) {
                return null;
            }
        }
    }

    synchronized void note(Path file) {
        Seen seen = Seen.of(file);
        if (seen == null) {
            files.remove(file);
        } else {
            files.put(file, seen);
        }
    }

    synchronized void forget() {
        files.clear();
    }

    /** Whether all of them are as they were; false when there is none. */
    synchronized boolean areUntouched() {
        return !files.isEmpty()
                && files.entrySet().stream().allMatch(file -> Objects.equals(Seen.of(file.getKey()), file.getValue()));
    }

    synchronized boolean isUntouched(Path file) {
        Seen seen = files.get(file);
        return seen != null && seen.equals(Seen.of(file));
    }
}
