package io.sipwright.apply;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** How long the phases of a round take. */
final class Stopwatch {

    private final Map<Phase, Duration> durations = new EnumMap<>(Phase.class);
    private long last = System.nanoTime();

    /** What was done since the last lap belongs to a phase. */
    void lap(Phase phase) {
        long now = System.nanoTime();
        durations.merge(phase, Duration.ofNanos(now - last), Duration::plus);
        last = now;
    }

    Map<Phase, Duration> durations() {
        return durations;
    }
}
