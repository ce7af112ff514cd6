package io.sipwright.spring.actuate;

import io.sipwright.apply.Condition;
import io.sipwright.apply.Condition.Status;
import io.sipwright.apply.NodeStatus;
import io.sipwright.apply.Round;
import io.sipwright.reload.ReloadOutcome;
import java.util.Optional;

/** How far a node has come, as far as anyone looks. */
final class NodeProgress {

    private final NodeStatus status;

    NodeProgress(NodeStatus status) {
        this.status = status;
    }

    /** The newest generation that counts as arrived: seen running, or in the files where no one looks any further. */
    long reached() {
        return isUnobserved() ? status.writtenGeneration() : status.verifiedGeneration();
    }

    /** Whether a generation has arrived, and is still there as far as is known. */
    boolean isAt(long generation) {
        return reached() >= generation && (isUnobserved() || hasVerified(Status.TRUE));
    }

    /** Whether no one looks at what runs: there is no reloader, or it does not verify. */
    boolean isUnobserved() {
        if (status.lastRound() == null) { // another instance knows, and records nothing verified either
            return status.verifiedGeneration() < 0 && status.writtenGeneration() >= 0;
        }
        return hasVerified(Status.UNKNOWN)
                && verified()
                        .map(Condition::reason)
                        .filter(NodeProgress::isUnasked)
                        .isPresent();
    }

    /** Whether what is wanted was refused, by Asterisk or by an edit in the files; that does not pass by itself. */
    boolean isRefused() {
        Round round = status.lastRound();
        return round != null && (round.restored() || isDrifted() || round.reload() instanceof ReloadOutcome.Rejected);
    }

    boolean isDrifted() {
        Round round = status.lastRound();
        return round != null && round.written() != null && round.written().isDrifted();
    }

    /** How many objects Asterisk does not run as they were written. */
    int rejectedObjects() {
        Round round = status.lastRound();
        return round != null && round.reload() instanceof ReloadOutcome.Rejected rejected
                ? rejected.objects().size()
                : 0;
    }

    Optional<Condition> verified() {
        return status.condition(Condition.Type.VERIFIED);
    }

    private boolean hasVerified(Status value) {
        return verified().filter(condition -> condition.status() == value).isPresent();
    }

    private static boolean isUnasked(String reason) {
        return reason.equals("NotAsked") || reason.equals("Accepted");
    }
}
