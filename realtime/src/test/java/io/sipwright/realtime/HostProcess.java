package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** A {@link HostProgram} that was started. */
final class HostProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(45);
    private static final int LAST_WORDS = 40;

    private final Process process;
    private final Writer input;
    private final Thread reader;
    private final Deque<String> said = new ArrayDeque<>();
    private volatile boolean ready;
    private volatile int acknowledged;

    HostProcess(Path settings, String owner) {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            HostProgram.class.getName(),
                            settings.toString(),
                            owner)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        input = process.outputWriter();
        reader = new Thread(this::read, "output of " + owner);
        reader.setDaemon(true);
        reader.start();
        boolean up = Waiting.until(START, () -> ready || !process.isAlive());
        assertThat(up && ready).as(() -> "what it said: " + lastWords()).isTrue();
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("ACK ")) {
                    acknowledged = Integer.parseInt(line.substring(4)) + 1;
                } else {
                    ready |= line.equals("READY");
                    remember(line);
                }
            }
        } catch (IOException e) {
            remember(e.toString());
        }
    }

    private synchronized void remember(String line) {
        said.add(line);
        if (said.size() > LAST_WORDS) {
            said.remove();
        }
    }

    synchronized String lastWords() {
        return String.join("\n", said);
    }

    /** Has it make changes of its course. */
    void go(int from, int to) {
        try {
            input.write("go " + from + " " + to + "\n");
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many of the first steps of its course count, as it has said. */
    int acknowledged() {
        return acknowledged;
    }

    /** Waits until so many count. */
    void awaitAcknowledged(int count, Duration limit) {
        Waiting.until(limit, () -> acknowledged >= count || !process.isAlive());
        assertThat(acknowledged)
                .as(() -> "changes that count; what it said: " + lastWords())
                .isGreaterThanOrEqualTo(count);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Nothing of it runs any further; all that it has said is known. */
    void kill() {
        Signal.KILL.to(process.pid());
        awaitEnd();
    }

    /** Ends its input, and waits for its end. */
    void end() {
        try {
            input.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS))
                    .as(() -> "what it said: " + lastWords())
                    .isTrue();
            reader.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
