package io.sipwright.reload;

/**
 * An object that Asterisk does not run as it was written.
 *
 * @param key which one
 * @param state what runs in its place
 * @param reason the likely reason, in words
 */
public record RejectedObject(ObjectKey key, State state, String reason) {

    /** What Asterisk runs. */
    public enum State {
        /** Nothing of that name. */
        MISSING,
        /** An older version, or one that someone else wrote. */
        OTHER_VERSION,
        /** An object that should be gone. */
        NOT_REMOVED
    }

    @Override
    public String toString() {
        return key + " "
                + switch (state) {
                    case MISSING -> "is not there";
                    case OTHER_VERSION -> "runs in another version";
                    case NOT_REMOVED -> "is still there";
                }
                + (reason.isEmpty() ? "" : ": " + reason);
    }
}
