package io.sipwright.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link HostProgram} that was started. */
final class ChildHost implements AutoCloseable {

    private static final long LIMIT_SECONDS = 45;

    private final Process process;
    private final Writer input;
    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    ChildHost(Path settings, String owner, long seed, Path log) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostProgram.class.getName(),
                        settings.toString(),
                        owner,
                        Long.toString(seed),
                        log.toString())
                .redirectErrorStream(true)
                .start();
        input = process.outputWriter();
        Thread reader = new Thread(this::read, "output of " + owner);
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                if (line.matches("(READY|FAILED) .*")) {
                    words.add(line);
                }
            }
        } catch (IOException e) {
            said.add(e.toString());
        }
    }

    /** Waits until it says that all is verified; the generation that is. */
    long awaitReady() throws InterruptedException {
        String word = words.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(word).as(() -> "what it said: " + said).isNotNull().startsWith("READY ");
        String[] part = word.split(" ");
        assertThat(Long.parseLong(part[2])).as(word).isGreaterThanOrEqualTo(Long.parseLong(part[1]));
        return Long.parseLong(part[1]);
    }

    void say(String word) throws IOException {
        input.write(word + "\n");
        input.flush();
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL: nothing of it runs any further. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Ends its input, and waits for its end. */
    void end() throws IOException, InterruptedException {
        input.close();
        assertThat(process.waitFor(30, TimeUnit.SECONDS))
                .as(() -> "what it said: " + said)
                .isTrue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
