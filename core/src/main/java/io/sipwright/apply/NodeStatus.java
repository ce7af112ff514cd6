package io.sipwright.apply;

import io.sipwright.reload.ReloadOutcome;
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
                || !(reload instanceof ReloadOutcome.Unreachable)
                        && !(reload instanceof ReloadOutcome.Failed failed && isPassing(failed.cause()));
    }

    private static boolean isPassing(ReloadOutcome.Failed.Cause cause) {
        return cause == ReloadOutcome.Failed.Cause.BUSY || cause == ReloadOutcome.Failed.Cause.STARTING;
    }

    /** What happened last, in a sentence. */
    public String summary() {
        return lastRound == null ? "Nothing was applied yet" : lastRound.summary();
    }
}
