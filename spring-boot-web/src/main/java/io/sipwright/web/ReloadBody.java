package io.sipwright.web;

import com.fasterxml.jackson.annotation.JsonValue;
import io.sipwright.apply.Applied;
import io.sipwright.apply.Condition;
import io.sipwright.apply.NodeStatus;
import io.sipwright.apply.Round;
import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.ReloadOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a change has come in Asterisk.
 *
 * @param success whether all nodes were seen running it
 * @param generation number of the state that holds the change
 * @param state the worst of any node; null on success
 * @param reasons why, for each node that was not seen running it; null on success
 */
record ReloadBody(
        boolean success,
        long generation,
        @Nullable State state,
        @Nullable List<NodeReason> reasons) {

    /** How far a change has come on a node, the worst first. */
    enum State {
        /** Asterisk runs something else than what was written. */
        REJECTED,
        /** It could not be written, or Asterisk refused to reload. */
        FAILED,
        /** A file was edited by someone else, and was left alone. */
        DRIFTED,
        /** Asterisk does not answer. */
        UNREACHABLE,
        /** It was not tried yet. */
        PENDING,
        /** It is in the files, but no one has looked at what Asterisk runs. */
        NOT_VERIFIED,
        /** It was seen running. */
        VERIFIED;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Why a node was not seen running a change.
     *
     * @param reason one word for programs
     * @param message a sentence for people
     * @param restored whether the last known good files were brought back
     * @param objects that Asterisk does not run as they were written; null if that is not it
     */
    record NodeReason(
            String node,
            State state,
            String reason,
            String message,
            boolean restored,
            @Nullable List<RejectedBody> objects) {}

    /**
     * An object that Asterisk does not run as it was written.
     *
     * @param type as in {@code type=endpoint}
     * @param state {@code missing}, {@code other_version} or {@code not_removed}
     */
    record RejectedBody(String type, String name, String state, String reason) {

        static RejectedBody of(RejectedObject object) {
            return new RejectedBody(
                    object.key().type(),
                    object.key().name(),
                    object.state().name().toLowerCase(Locale.ROOT),
                    object.reason());
        }
    }

    static ReloadBody of(Applied applied) {
        if (applied.isVerified()) {
            return new ReloadBody(true, applied.generation(), null, null);
        }
        List<NodeReason> reasons = applied.nodes().stream()
                .filter(node -> node.verifiedGeneration() < applied.generation())
                .map(node -> reason(node, applied.generation()))
                .toList();
        State worst = reasons.stream()
                .map(NodeReason::state)
                .min(Comparator.naturalOrder())
                .orElse(State.PENDING);
        return new ReloadBody(false, applied.generation(), worst, reasons);
    }

    private static NodeReason reason(NodeStatus node, long generation) {
        State state = state(node, generation);
        Round round = node.lastRound();
        Optional<Condition> verified = node.condition(Condition.Type.VERIFIED);
        String reason = state == State.PENDING
                ? "Pending"
                : verified.map(Condition::reason).orElse("Unknown");
        String message = state == State.PENDING ? "Not tried yet. Last: " + node.summary() : node.summary();
        boolean seen = state == State.REJECTED && round != null && round.reload() instanceof ReloadOutcome.Rejected;
        List<RejectedBody> objects = seen ? rejected(round) : null;
        return new NodeReason(node.node(), state, reason, message, round != null && round.restored(), objects);
    }

    private static @Nullable List<RejectedBody> rejected(@Nullable Round round) {
        return round != null && round.reload() instanceof ReloadOutcome.Rejected rejected
                ? rejected.objects().stream().map(RejectedBody::of).toList()
                : null;
    }

    /** How far a node has come with a generation. */
    static State state(NodeStatus node, long generation) {
        if (node.verifiedGeneration() >= generation) {
            return State.VERIFIED;
        }
        Round round = node.lastRound();
        if (round == null) {
            return State.PENDING;
        }
        if (round.failure() != null) {
            return State.FAILED;
        }
        if (round.generation() < generation) {
            return State.PENDING;
        }
        if (round.written() != null && round.written().isDrifted()) {
            return State.DRIFTED;
        }
        ReloadOutcome reload = round.reload();
        if (reload instanceof ReloadOutcome.Rejected) {
            return State.REJECTED;
        }
        if (reload instanceof ReloadOutcome.Unreachable) {
            return State.UNREACHABLE;
        }
        if (reload instanceof ReloadOutcome.Failed || round.restored()) {
            return State.FAILED;
        }
        return State.NOT_VERIFIED;
    }

    /** "Trunk created and applied to Asterisk", if that is so. */
    static String message(String done, Applied applied) {
        return applied.isVerified()
                ? done + " and applied to Asterisk"
                : done + ", but not seen running in Asterisk: " + applied.summary();
    }
}
