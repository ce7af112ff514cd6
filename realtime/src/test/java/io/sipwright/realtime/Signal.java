package io.sipwright.realtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Signals to processes that the tests have started. */
enum Signal {
    /** Nothing of it runs any further. */
    KILL,
    /** It stands still. */
    STOP,
    /** It goes on. */
    CONT,
    /** PostgreSQL ends at once, as if the machine had crashed. */
    QUIT;

    void to(long pid) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name(), Long.toString(pid)).start();
            if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException("No signal " + this + " to " + pid);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until a process is over. */
    static void awaitEnd(long pid) {
        boolean over = Waiting.until(
                Duration.ofSeconds(15),
                () -> !ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
        if (!over) {
            throw new IllegalStateException("Process " + pid + " does not end");
        }
    }
}
