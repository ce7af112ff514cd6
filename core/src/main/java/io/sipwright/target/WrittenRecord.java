package io.sipwright.target;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
        try (InputStream in = place.disk().read(place.record())) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    static void write(FilePlace place, String coming, String present) throws IOException {
        byte[] lines = (coming + "\n" + present + "\n").getBytes(StandardCharsets.US_ASCII);
        Path temporary = TemporaryFile.create(place);
        try {
            place.disk().fill(temporary, out -> out.write(lines));
            place.disk().rename(temporary, place.record());
        } finally {
            place.disk().delete(temporary);
        }
    }
}
