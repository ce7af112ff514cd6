package io.sipwright.spring.actuate;

import io.sipwright.apply.Condition;
import io.sipwright.apply.NodeStatus;
import io.sipwright.apply.Round;
import io.sipwright.reload.ReloadOutcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a round or a reload ended, in one of few words: what a meter may be told apart by. */
enum Outcome {
    /** The newest state was seen running. */
    VERIFIED,
    /** Asterisk says that it has reloaded, and no one looked. */
    ACCEPTED,
    /** Asterisk has reloaded, but would not let anyone look. */
    UNSEEN,
    /** The files were written, and no one was asked to reload. */
    NOT_ASKED,
    /** Asterisk runs something else. */
    REJECTED,
    /** The last known good files were brought back. */
    TAKEN_BACK,
    /** Someone else's edit was left alone. */
    DRIFTED,
    /** Asterisk was not reached. */
    UNREACHABLE,
    /** It could not be rendered, written or recorded, or Asterisk did not reload. */
    FAILED,
    /** Another instance has the node. */
    ELSEWHERE;

    /** What a round came to. */
    static Outcome of(NodeStatus after) {
        Round round = after.lastRound();
        if (round == null) {
            return ELSEWHERE;
        }
        if (round.failure() != null) {
            return FAILED;
        }
        if (round.restored()) {
            return TAKEN_BACK;
        }
        if (new NodeProgress(after).isDrifted()) {
            return DRIFTED;
        }
        boolean verified = after.condition(Condition.Type.VERIFIED)
                .filter(condition -> condition.status() == Condition.Status.TRUE)
                .isPresent();
        return verified ? VERIFIED : of(round.reload());
    }

    /** What a reload came to; null where no one was asked. */
    static Outcome of(@Nullable ReloadOutcome reload) {
        if (reload instanceof ReloadOutcome.Verified) {
            return VERIFIED;
        } else if (reload instanceof ReloadOutcome.Accepted) {
            return ACCEPTED;
        } else if (reload instanceof ReloadOutcome.Unseen) {
            return UNSEEN;
        } else if (reload instanceof ReloadOutcome.Rejected) {
            return REJECTED;
        } else if (reload instanceof ReloadOutcome.Unreachable) {
            return UNREACHABLE;
        } else if (reload instanceof ReloadOutcome.Failed) {
            return FAILED;
        }
        return NOT_ASKED;
    }

    /** As a tag. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
