package io.sipwright.target;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers which files were shown, and what the file system said of them then. Thread-safe. */
final class ShownFiles {

    private final Disk disk;
    private final Map<Path, Seen> files = new LinkedHashMap<>();

    /** What changes when a file is replaced or edited: its number, its size and its time. */
    private record Seen(
            @Nullable Object key, long size, @Nullable FileTime modified) {

        /** Of a file that is gone, or could not be looked at. */
        static final Seen NOTHING = new Seen(null, -1, null);

        static Seen of(Disk disk, Path file) throws IOException {
            return disk.find(file)
                    .map(found -> new Seen(found.fileKey(), found.size(), found.lastModifiedTime()))
                    .orElse(NOTHING);
        }
    }

    ShownFiles(Disk disk) {
        this.disk = disk;
    }

    synchronized void note(Path file) {
        try {
            files.put(file, Seen.of(disk, file));
        } catch (IOException e) {
            files.put(file, Seen.NOTHING);
        }
    }

    synchronized void forget() {
        files.clear();
    }

    /** Whether all of them are as they were; false when there is none, or when that can't be told. */
    synchronized boolean areUntouched() {
        try {
            for (Path file : files.keySet()) {
                if (!isUntouched(file)) {
                    return false;
                }
            }
            return !files.isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Whether a file is as it was; false when it was not shown.
     *
     * @throws IOException if that can't be told
     */
    synchronized boolean isUntouched(Path file) throws IOException {
        Seen seen = files.get(file);
        if (Seen.NOTHING.equals(seen)) {
            throw new IOException(file + " could not be looked at when it was shown");
        }
        return seen != null && seen.equals(Seen.of(disk, file));
    }
}
