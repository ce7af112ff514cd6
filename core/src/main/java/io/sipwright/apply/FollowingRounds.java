package io.sipwright.apply;

import io.sipwright.store.NodeState;
import io.sipwright.store.StoreView;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rounds on a node that follows a canary: they bring what the canary was seen running, and nothing newer. What someone plans,
 * and looks for as drift, is about the newest state; a plan is not applied before the canary runs it. Not thread-safe.
 */
final class FollowingRounds implements Rounds {

    private final String node;
    private final Canary canary;
    private final FollowingStore store;
    private final Rounds rounds;

    /**
     * Rounds of one node.
     *
     * @param store that the rounds read
     */
    FollowingRounds(String node, Canary canary, FollowingStore store, Rounds rounds) {
        this.node = node;
        this.canary = canary;
        this.store = store;
        this.rounds = rounds;
    }

    @Override
    public Optional<Round> run(Reason reason) {
        Round waiting = waiting(reached());
        return waiting == null ? rounds.run(reason) : Optional.of(waiting);
    }

    @Override
    public Optional<Round> run(Plan plan) {
        check(plan);
        Round waiting = waiting(plan.generation());
        return waiting == null ? store.onNewest(() -> rounds.run(plan)) : Optional.of(waiting);
    }

    /** How far the node is already, whoever has brought it there: it does not go back because the canary is new. */
    private long reached() {
        NodeState recorded = store.nodes().state(node);
        long far = Math.max(
                Math.max(recorded.verifiedGeneration(), recorded.writtenGeneration()),
                Math.max(rounds.verifiedGeneration(), rounds.writtenGeneration()));
        // Unless the whole store has gone back.
        return far > store.onNewest(() -> store.<Long>read(StoreView::generation)) ? -1 : far;
    }

    /** A round that does nothing, as long as the canary was not seen running a generation. */
    private @Nullable Round waiting(long generation) {
        long seen = canary.verifiedGeneration();
        if (seen >= Math.max(0, generation)) {
            return null;
        }
        String known = seen < 0 ? "was not seen running anything yet" : "was seen running generation " + seen;
        String reason = "it follows the node " + canary.node() + ", which " + known;
        return new Round(rounds.writtenGeneration(), null, null, reason, false, Map.of());
    }

    @Override
    public Plan plan(Optional<Duration> usual) {
        return store.onNewest(() -> rounds.plan(usual));
    }

    @Override
    public void check(Plan plan) {
        store.onNewest(() -> {
            rounds.check(plan);
            return plan;
        });
    }

    @Override
    public Drift drift() {
        return store.onNewest(rounds::drift);
    }

    @Override
    public Round failed(Throwable e) {
        return rounds.failed(e);
    }

    @Override
    public long writtenGeneration() {
        return rounds.writtenGeneration();
    }

    @Override
    public long verifiedGeneration() {
        return rounds.verifiedGeneration();
    }

    @Override
    public boolean isRunning(long generation) {
        return rounds.isRunning(generation);
    }
}
