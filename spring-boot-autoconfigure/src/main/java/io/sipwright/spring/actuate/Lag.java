package io.sipwright.spring.actuate;

import io.sipwright.apply.Condition;
import io.sipwright.apply.Condition.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells a node that is on its way from one that does not get on. Where changes keep coming it is always a little behind, and
 * that is well as long as it moves. Thread-safe.
 */
final class Lag {

    private final Duration grace;
    private final Clock clock;
    private final Map<String, Standstill> standstills = new ConcurrentHashMap<>();

    Lag(Duration grace, Clock clock) {
        this.grace = grace;
        this.clock = clock;
    }

    /** Whether a node has not got on for longer than the grace, though there is somewhere to get. */
    boolean isTooLong(String node, NodeProgress progress, long wanted) {
        if (progress.isAt(wanted)) {
            standstills.remove(node);
            return false;
        }
        Instant now = clock.instant();
        long reached = progress.reached();
        Standstill here = standstills.compute(
                node, (name, known) -> known != null && known.at() == reached ? known : new Standstill(reached, now));
        return since(here, progress).plus(grace).isBefore(now);
    }

    /** The condition may know better than the first probe. */
    private static Instant since(Standstill here, NodeProgress progress) {
        Instant doubted = progress.isUnobserved()
                ? here.since()
                : progress.verified()
                        .filter(condition -> condition.status() != Status.TRUE)
                        .map(Condition::since)
                        .orElse(here.since());
        return doubted.isBefore(here.since()) ? doubted : here.since();
    }

    /** Where a node was seen first, and when. */
    private record Standstill(long at, Instant since) {}
}
