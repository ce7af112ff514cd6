package io.sipwright.testkit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Waits until a server has written down all it had to say.
 *
 * <p>Asterisk logs from a queue, so a message may reach the file after the action that caused it was answered. To ask
 * for a dialplan function that does not exist puts a line into that queue: once it is in the file, all before it is
 * there too.
 */
final class LogBarrier {
    private static final String NAME = "SIPWRIGHT_LOG_BARRIER_";
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final AtomicLong COUNT = new AtomicLong();

    private LogBarrier() {}

    static void await(AmiProbe probe, ServerLog log, LogMark from) {
        String name = NAME + COUNT.incrementAndGet() + "_";
        probe.send("Getvar", Map.of("Variable", name + "()"));
        Deadline deadline = Deadline.in(LIMIT);
        while (!log.contains(name, from)) {
            if (deadline.isOver()) {
                throw new AsteriskException("The log did not follow within " + LIMIT.toMillis() + " ms");
            }
            deadline.pause();
        }
    }

    static boolean causes(String line) {
        return line.contains(NAME);
    }
}
