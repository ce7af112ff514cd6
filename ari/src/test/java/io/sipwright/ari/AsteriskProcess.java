package io.sipwright.ari;

import io.sipwright.testkit.AsteriskServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process of an Asterisk: killed, and started again with the same files and ports. */
final class AsteriskProcess implements AutoCloseable {

    private final AsteriskServer asterisk;
    private final List<String> command;
    private Process process;

    AsteriskProcess(AsteriskServer asterisk) throws IOException {
        this.asterisk = asterisk;
        String line = Files.readString(Path.of("/proc", Long.toString(asterisk.pid()), "cmdline"));
        this.command = List.of(line.split("\0"));
    }

    /** As if the power had gone. */
    void kill() throws Exception {
        Process kill = new ProcessBuilder("kill", "-KILL", Long.toString(asterisk.pid())).start();
        kill.waitFor(5, TimeUnit.SECONDS);
        Host.await(() -> !asterisk.isRunning());
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

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly().onExit().orTimeout(5, TimeUnit.SECONDS).join();
        }
    }
}
