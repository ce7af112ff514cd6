package io.sipwright.apply;

import io.sipwright.reload.ReloadOutcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long the last rounds took that wrote something and were answered. Thread-safe. */
final class RoundTimes {

    private static final int KEPT = 10;

    private final Deque<Duration> last = new ArrayDeque<>();

    synchronized void add(@Nullable Round round) {
        if (round == null
                || round.failure() != null
                || round.written() == null
                || !round.written().isWritten()) {
            return;
        }
        if (round.reload() instanceof ReloadOutcome.Unreachable || round.reload() instanceof ReloadOutcome.Failed) {
            return; // mostly a time-out
        }
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        last.addLast(round.durations().values().stream().reduce(Duration.ZERO, Duration::plus));
    }

    /** The time in the middle of them: one long reload does not count for more than that it was one. */
    synchronized Optional<Duration> usual() {
        List<Duration> sorted = last.stream().sorted().toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }
}
