package io.sipwright.testkit.ami;

import java.io.IOException;

/** A connection is to end here, by its script. */
final class HangUp extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean isReset;

    HangUp(boolean isReset) {
        super("The script ends the connection");
        this.isReset = isReset;
    }

    boolean isReset() {
        return isReset;
    }
}
