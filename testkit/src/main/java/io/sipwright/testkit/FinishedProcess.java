package io.sipwright.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A short program that ran to its end.
 *
 * @param exitCode the program's exit status
 * @param output everything it wrote, standard error included
 */
record FinishedProcess(int exitCode, String output) {

    /**
     * Runs a program and waits for its end, at most {@code limit}; one that takes longer is killed.
     *
     * @throws AsteriskException if it cannot be started, or takes too long
     */
    static FinishedProcess run(List<String> command, Duration limit) {
        Path output = null;
        try {
            // A file, not a pipe: nothing has to read along, so the only wait is the bounded one below.
            output = Files.createTempFile("sipwright-", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = false;
            try {
                ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                if (!ended) {
                    process.destroyForcibly();
                }
            }
            if (!ended) {
                throw new AsteriskException("No end after " + limit.toMillis() + " ms: " + String.join(" ", command));
            }
            String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            return new FinishedProcess(process.exitValue(), text);
        } catch (IOException e) {
            throw new AsteriskException("Cannot run " + String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AsteriskException("Interrupted while running " + String.join(" ", command), e);
        } finally {
            TemporaryFiles.delete(output);
        }
    }
}
