package io.sipwright.web;

import com.fasterxml.jackson.annotation.JsonValue;
import io.sipwright.secret.Secret;

/** A generated secret on its one way to the client. JSON shows it, everything else does not. */
final class RevealedSecret {

    private final Secret secret;

    RevealedSecret(Secret secret) {
        this.secret = secret;
    }

    @JsonValue
    String json() {
        return secret.reveal();
    }

    @Override
    public String toString() {
        return Secret.MASK;
    }
}
