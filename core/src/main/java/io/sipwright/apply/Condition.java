package io.sipwright.apply;

import java.time.Instant;

/**
 * Something that is known of a node, or is not known.
 *
 * @param type what it is about
 * @param status whether it is so
 * @param reason one word for programs
 * @param message a sentence for people
 * @param since when the status became what it is
 */
public record Condition(Type type, Status status, String reason, String message, Instant since) {

    /** What a condition is about. */
    public enum Type {
        /** The newest state could be rendered, and the rendering reads back as what was meant; to Asterisk, where it was asked. */
        RENDERED,
        /** The files hold the newest rendering. */
        WRITTEN,
        /** Asterisk has done what a reload asked it for. */
        RELOADED,
        /** Asterisk was seen running the newest rendering. Nothing less is called applied. */
        VERIFIED,
        /** Someone else has edited our files since they were written. */
        DRIFTED
    }

    /** Whether it is so. */
    public enum Status {
        TRUE,
        FALSE,
        UNKNOWN
    }

    /** This one, with the time of an earlier one of the same status. */
    Condition since(Condition earlier) {
        return earlier.status == status ? new Condition(type, status, reason, message, earlier.since) : this;
    }

    @Override
    public String toString() {
        return type + "=" + status + " (" + reason + "): " + message;
    }
}
