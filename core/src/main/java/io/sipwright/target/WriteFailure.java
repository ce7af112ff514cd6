package io.sipwright.target;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a file could not be written, in words, and what to do about it. Some exceptions only name the file. */
final class WriteFailure {

    private WriteFailure() {}

    static String explain(@Nullable IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied; this process must be allowed to write to the directory";
        }
        if (cause instanceof NoSuchFileException missing) {
            return "no such file or directory: " + missing.getFile();
        }
        if (cause instanceof ClosedByInterruptException) {
            return "the thread was interrupted";
        }
        String reason = cause instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : cause == null || cause.getMessage() == null ? "unknown reason" : cause.getMessage();
        String lower = reason.toLowerCase(Locale.ROOT);
        // A rename over a mounted file is "busy", a second name for it would be on another device.
        boolean mounted = lower.contains("busy") || lower.contains("cross-device");
        return mounted
                ? reason + "; a file that is mounted by itself can't be replaced: mount its directory instead"
                : reason;
    }
}
