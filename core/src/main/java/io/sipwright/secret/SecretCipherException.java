package io.sipwright.secret;

import io.sipwright.error.SipwrightException;
import org.jspecify.annotations.Nullable;

/** A secret could not be sealed or opened. Names its place, never the secret. */
public final class SecretCipherException extends SipwrightException {

    private static final long serialVersionUID = 1L;

    public SecretCipherException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
