package io.sipwright.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Keeps a process from surviving this JVM, in whatever way the JVM ends.
 *
 * <p>A shutdown hook does not run when a JVM is killed. But the system closes its pipes: a small shell waits at one,
 * and when the pipe closes without a word, it kills the process and removes its directory.
 */
final class ProcessLeash implements AutoCloseable {
    // The traps: an interrupt from the terminal reaches the shell as well, and must not end it too early.
    private static final String SCRIPT =
            "trap '' INT HUP TERM; if read -r word; then exit 0; fi; kill -9 \"$1\"; sleep 0.2; rm -rf \"$2\"";

    private final Process shell;

    private ProcessLeash(Process shell) {
        this.shell = shell;
    }

    static ProcessLeash on(Process process, Path directory) throws IOException {
        return new ProcessLeash(
                new ProcessBuilder("/bin/sh", "-c", SCRIPT, "sh", String.valueOf(process.pid()), directory.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    /** Lets go. To be called when the process has ended, before its number can belong to another. */
    @Override
    public void close() {
        try (OutputStream pipe = shell.getOutputStream()) {
            pipe.write("released\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            // Then the shell has ended before; there is nothing left to release.
            shell.destroyForcibly();
        }
    }
}
