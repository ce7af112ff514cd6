package io.sipwright.target;

import io.sipwright.error.SipwrightException;
import org.jspecify.annotations.Nullable;

/** A rendering could not be written. The message says why, and what to do about it. */
public final class TargetException extends SipwrightException {

    private static final long serialVersionUID = 1L;

    public TargetException(String message) {
        super(message);
    }

    public TargetException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
