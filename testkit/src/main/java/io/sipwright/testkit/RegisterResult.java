package io.sipwright.testkit;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a server answered a REGISTER. Immutable.
 *
 * @param status the final status code, e.g. 200
 * @param reason the text with it, e.g. {@code OK}
 * @param algorithm what the phone proved its password with; empty if it was not asked, or could not
 * @param expiresSeconds for how much longer the server keeps this phone's contact; empty if it does not keep it
 */
public record RegisterResult(
        int status, String reason, Optional<DigestAlgorithm> algorithm, OptionalInt expiresSeconds) {

    /** Whether the server will send calls to this phone now. */
    public boolean isRegistered() {
        return status == 200 && expiresSeconds.orElse(0) > 0;
    }
}
