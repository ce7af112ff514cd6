package io.sipwright.realtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server's process that was started by others, which can be killed and started again with the same command. */
final class StartedAgain implements AutoCloseable {

    private final List<String> command;
    private long pid;
    private @Nullable Process process;

    /**
     * A process that runs.
     *
     * @param prefix what its command needs in front
     */
    StartedAgain(long pid, String... prefix) {
        this.pid = pid;
        this.command = new ArrayList<>(List.of(prefix));
        try {
            command.addAll(List.of(Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .split("\0")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it by a signal, and waits for its end. */
    void end(Signal signal) {
        signal.to(pid);
        Signal.awaitEnd(pid);
    }

    /** Starts it, and does not wait for anything. */
    void start() {
        try {
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            started.getOutputStream().close();
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            process = started;
            pid = started.pid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Process last = process;
        if (last != null) {
            last.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
        }
    }
}
