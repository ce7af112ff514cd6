package io.sipwright.apply;

import io.sipwright.reload.ReloadOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a node has come. Generations are numbers of states of the store; -1 stands for none.
 *
 * @param node its name
 * @param desiredGeneration the newest that is known to be wanted
 * @param writtenGeneration the newest that its files hold
 * @param verifiedGeneration the newest that it was seen running
 * @param conditions what is known, one of each type, in the order of the types
 * @param lastRound what the last round did; null before the first
 */
public record NodeStatus(
        String node,
        long desiredGeneration,
        long writtenGeneration,
        long verifiedGeneration,
        List<Condition> conditions,
        @Nullable Round lastRound) {

    public NodeStatus {
        conditions = List.copyOf(conditions);
    }

    /** Before the first round. */
    static NodeStatus unknown(String node, Instant now) {
        return new NodeStatus(node, -1, -1, -1, Conditions.unknown(now), null);
    }

    /** The same, with a generation that is wanted now. */
    NodeStatus wanting(long generation) {
        return new NodeStatus(
                node,
                Math.max(generation, desiredGeneration),
                writtenGeneration,
                verifiedGeneration,
                conditions,
                lastRound);
    }

    /** When the store has gone back to a generation: what is known is of others, whose numbers are given anew. */
    NodeStatus backAt(long generation, Instant now) {
        return new NodeStatus(
                node, generation, -1, -1, Conditions.merged(conditions, Conditions.wentBack(now, generation)), null);
    }

    /** After a round; null when another instance has the node. */
    NodeStatus after(@Nullable Round round, long wanted, Rounds rounds, Instant now) {
        long verified = rounds.verifiedGeneration();
        long written = rounds.writtenGeneration();
        long known = round == null ? Math.max(written, verified) : round.generation();
        long desired = Math.max(desiredGeneration, Math.max(wanted, known));
        // A round that failed may not even have seen what is wanted.
        boolean isRunning = round != null && rounds.isRunning(round.failure() == null ? round.generation() : desired);
        List<Condition> present = round == null
                ? Conditions.elsewhere(now, written, verified, desired)
                : Conditions.of(round, isRunning, now);
        return new NodeStatus(node, desired, written, verified, Conditions.merged(conditions, present), round);
    }

    public Optional<Condition> condition(Condition.Type type) {
        return conditions.stream().filter(condition -> condition.type() == type).findFirst();
    }

    /** Whether nothing more will happen to a generation by itself: it runs, or it was refused. */
    boolean isSettled(long generation) {
        if (verifiedGeneration >= generation) {
            return true;
        }
        Round round = lastRound;
        if (round == null || round.generation() < generation) {
            return false;
        }
        ReloadOutcome reload = round.reload();
        return reload == null
                || round.restored()
                || !(reload instanceof ReloadOutcome.Unreachable)
                        && !(reload instanceof ReloadOutcome.Failed failed && isPassing(failed.cause()));
    }

    /** Whether a generation was refused: it does not run, and that is no longer to be waited for. */
    boolean isRefused(long generation) {
        Round round = lastRound;
        return round != null
                && isSettled(generation)
                && verifiedGeneration < generation
                && (!round.isInFiles()
                        || round.reload() instanceof ReloadOutcome.Rejected
                        || round.reload() instanceof ReloadOutcome.Failed);
    }

    private static boolean isPassing(ReloadOutcome.Failed.Cause cause) {
        return cause == ReloadOutcome.Failed.Cause.BUSY || cause == ReloadOutcome.Failed.Cause.STARTING;
    }

    /** What happened last, in a sentence. */
    public String summary() {
        if (lastRound != null) {
            return lastRound.summary();
        }
        return conditions.isEmpty()
                ? "Nothing was applied yet"
                : conditions.get(0).message();
    }
}
