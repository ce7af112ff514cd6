package io.sipwright.error;

import org.jspecify.annotations.Nullable;

/**
 * Root of every exception this library throws on purpose. Unchecked; its children carry the identity of the object
 * concerned as fields. Messages never contain a secret.
 */
public abstract class SipwrightException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected SipwrightException(String message) {
        super(message);
    }

    protected SipwrightException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
