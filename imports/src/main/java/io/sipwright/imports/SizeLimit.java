package io.sipwright.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much all files of one import may hold together: what is read is kept in memory. */
final class SizeLimit {

    private long left;

    SizeLimit(long bytes) {
        left = bytes;
    }

    /** The bytes of a file. */
    byte[] read(Path file) throws IOException {
        take(Files.size(file));
        return Files.readAllBytes(file);
    }

    void take(long bytes) {
        left -= bytes;
        if (left < 0) {
            throw new ImportException("The files are larger than an import may be; see PjsipImport.maxBytes");
        }
    }
}
