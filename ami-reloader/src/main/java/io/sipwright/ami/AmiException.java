package io.sipwright.ami;

import io.sipwright.reload.ReloadOutcome;

/** Trouble with the connection, or a refusal, as the outcome that it is. */
final class AmiException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ReloadOutcome outcome;

    private AmiException(ReloadOutcome outcome) {
        // Without a trace: the place in here tells no one anything.
        super(outcome.summary(), null, false, false);
        this.outcome = outcome;
    }

    static AmiException unreachable(ReloadOutcome.Unreachable.Cause cause, String reason) {
        return new AmiException(new ReloadOutcome.Unreachable(cause, reason));
    }

    static AmiException failed(ReloadOutcome.Failed.Cause cause, String reason) {
        return new AmiException(new ReloadOutcome.Failed(cause, reason));
    }

    static AmiException unseen(String reason) {
        return new AmiException(new ReloadOutcome.Unseen(reason));
    }

    ReloadOutcome outcome() {
        return outcome;
    }
}
