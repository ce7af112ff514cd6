package io.sipwright.apply;

import java.time.Duration;
import java.util.Optional;

/** The rounds on one node, one after the other: they bring the newest state there. Not thread-safe. */
interface Rounds {

    /** Runs a round; empty when another instance has the node. */
    Optional<Round> run(Reason reason);

    /**
     * Runs a round that does what was planned; empty when another instance has the node.
     *
     * @throws StalePlanException if it would do something else; nothing is changed
     */
    Optional<Round> run(Plan plan);

    /**
     * What a round would do now.
     *
     * @param usual how long rounds take
     */
    Plan plan(Optional<Duration> usual);

    /**
     * Holds a plan against what there is now.
     *
     * @throws StalePlanException if a round would do something else
     */
    void check(Plan plan);

    /** What differs from what should be. */
    Drift drift();

    /** After something that no round expects. */
    Round failed(Throwable e);

    /** The newest generation that was written, as far as is known. */
    long writtenGeneration();

    /** The newest generation that was seen running. */
    long verifiedGeneration();

    /** Whether a generation runs now, as far as is known; it may have run once, and not any more. */
    boolean isRunning(long generation);
}
