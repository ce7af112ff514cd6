package io.sipwright.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.testkit.AsteriskServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process of an Asterisk: ended, held up, and started again with the same files and ports. */
final class AsteriskProcess implements AutoCloseable {

    private final AsteriskServer asterisk;
    private final List<String> command;
    private Process process;

    AsteriskProcess(AsteriskServer asterisk) throws IOException {
        this.asterisk = asterisk;
        String line = Files.readString(Path.of("/proc", Long.toString(asterisk.pid()), "cmdline"));
        this.command = List.of(line.split("\0"));
    }

    /** Sends a signal by its name, such as KILL. */
    void signal(String name) throws IOException, InterruptedException {
        signal(process == null ? asterisk.pid() : process.pid(), name);
    }

    static void signal(long pid, String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
        assertThat(kill.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    void awaitEnd() throws InterruptedException {
        assertThat(Waiting.until(
                        Duration.ofSeconds(15), () -> process == null ? !asterisk.isRunning() : !process.isAlive()))
                .as("Asterisk has ended")
                .isTrue();
    }

    /** Starts it, and does not wait for anything. */
    void start() throws IOException {
        Path console = asterisk.configDirectory().resolveSibling("log").resolve("console");
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()))
                .start();
        process.getOutputStream().close();
        Process started = process;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    }

    /** The end of its log, for messages. */
    String log() throws IOException {
        Path messages = asterisk.configDirectory().resolveSibling("log").resolve("messages");
        List<String> lines = Files.readAllLines(messages, StandardCharsets.UTF_8);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly().onExit().orTimeout(5, TimeUnit.SECONDS).join();
        }
    }
}
