package io.sipwright.apply;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * When rounds run.
 *
 * @param rest the least that lies between two rounds; changes in between ride together. The first change after a rest starts
 *     a round at once
 * @param restFactor how many times as long as the last reload the rest is, so that Asterisk keeps the rest of its processor
 * @param reconcileInterval how often all is looked at without a change
 * @param pollInterval how often the store is asked for changes that other instances made
 * @param lease for how long an instance has a node to itself without a sign of life
 * @param firstRetry how long after a failure the next round runs; doubled with each failure
 * @param lastRetry the longest that this becomes
 * @param owner this instance, among those that share a store
 * @param clock for times in the status
 * @param canary name of the node that goes first; empty for none
 */
public record ApplySettings(
        Duration rest,
        double restFactor,
        Duration reconcileInterval,
        Duration pollInterval,
        Duration lease,
        Duration firstRetry,
        Duration lastRetry,
        String owner,
        Clock clock,
        String canary) {

    public ApplySettings {
        if (rest.isNegative() || !(restFactor >= 0)) {
            throw new IllegalArgumentException("The rest between rounds and its factor are zero or more");
        }
        requirePositive("interval of reconciling", reconcileInterval);
        requirePositive("interval of polling", pollInterval);
        requirePositive("lease", lease);
        requirePositive("first retry", firstRetry);
        requirePositive("last retry", lastRetry);
        if (owner.isBlank()) {
            throw new IllegalArgumentException("The owner of a lease needs a name");
        }
    }

    private static void requirePositive(String what, Duration duration) {
        if (duration.toMillis() < 1) {
            throw new IllegalArgumentException("The " + what + " is at least a millisecond, not " + duration);
        }
    }

    /** What is used when nothing else is said. */
    public static ApplySettings standard() {
        return new ApplySettings(
                Duration.ofMillis(200),
                1.0,
                Duration.ofSeconds(30),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                UUID.randomUUID().toString(),
                Clock.systemUTC(),
                "");
    }

    public ApplySettings withRest(Duration minimum, double factor) {
        return new ApplySettings(
                minimum, factor, reconcileInterval, pollInterval, lease, firstRetry, lastRetry, owner, clock, canary);
    }

    public ApplySettings withReconcileInterval(Duration interval) {
        return new ApplySettings(
                rest, restFactor, interval, pollInterval, lease, firstRetry, lastRetry, owner, clock, canary);
    }

    public ApplySettings withPollInterval(Duration interval) {
        return new ApplySettings(
                rest, restFactor, reconcileInterval, interval, lease, firstRetry, lastRetry, owner, clock, canary);
    }

    public ApplySettings withLease(Duration length) {
        return new ApplySettings(
                rest, restFactor, reconcileInterval, pollInterval, length, firstRetry, lastRetry, owner, clock, canary);
    }

    public ApplySettings withRetries(Duration first, Duration last) {
        return new ApplySettings(
                rest, restFactor, reconcileInterval, pollInterval, lease, first, last, owner, clock, canary);
    }

    /** A name for this instance that people know it by; a random one by default. Must differ between instances. */
    public ApplySettings withOwner(String name) {
        return new ApplySettings(
                rest, restFactor, reconcileInterval, pollInterval, lease, firstRetry, lastRetry, name, clock, canary);
    }

    /**
     * Has one node go first: the others get a change once that node was seen running it, and nothing that it refuses. As long
     * as it can't be reached, the others stay as they are. It must have a target of its own. No node by default; an empty name
     * says so again.
     */
    public ApplySettings withCanary(String node) {
        return new ApplySettings(
                rest, restFactor, reconcileInterval, pollInterval, lease, firstRetry, lastRetry, owner, clock, node);
    }
}
