package io.sipwright.testkit;

import org.jspecify.annotations.Nullable;

/** A test's Asterisk did not do what it was asked: it does not start, does not answer, or refuses. */
public final class AsteriskException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AsteriskException(String message) {
        this(message, null);
    }

    AsteriskException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
