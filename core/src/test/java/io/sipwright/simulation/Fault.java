package io.sipwright.simulation;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** How an operation of the disk fails. */
enum Fault {
    NO_SPACE("No space left on device"),
    BAD_DISK("Input/output error"),
    READ_ONLY("Read-only file system"),
    NO_QUOTA("Disk quota exceeded"),
    TOO_MANY_FILES("Too many open files"),
    NOT_ALLOWED("");

    private final String reason;

    Fault(String reason) {
        this.reason = reason;
    }

    /** As Java says it: of an open file without its name, otherwise with it. */
    IOException of(String operation) {
        if (this == NOT_ALLOWED) {
            return new AccessDeniedException("/simulated/" + operation);
        }
        boolean open = operation.startsWith("write") || operation.startsWith("force") || operation.startsWith("sync");
        return open ? new IOException(reason) : new FileSystemException("/simulated/" + operation, null, reason);
    }
}
