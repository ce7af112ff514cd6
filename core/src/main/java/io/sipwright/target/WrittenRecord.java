package io.sipwright.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Remembers the hash of what was written last, beside the file. It is written before the file is replaced and names
 * both the coming and the present content, so that a crash in between does not look like an edit by someone else.
 */
final class WrittenRecord {

    private WrittenRecord() {}

    /** Hashes that the file may have when no one else has touched it; empty when it was never written. */
    static List<String> read(FilePlace place) throws IOException {
        try {
            return Files.readAllLines(place.record(), StandardCharsets.US_ASCII);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    static void write(FilePlace place, String coming, String present) throws IOException {
        byte[] lines = (coming + "\n" + present + "\n").getBytes(StandardCharsets.US_ASCII);
        Path temporary = TemporaryFile.create(place);
        try {
            TemporaryFile.fill(temporary, out -> out.write(lines));
            TemporaryFile.rename(temporary, place.record());
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
