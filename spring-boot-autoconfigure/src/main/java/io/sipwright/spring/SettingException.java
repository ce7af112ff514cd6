package io.sipwright.spring;

import org.jspecify.annotations.Nullable;

/** A property, or one that is missing, with which nothing can be made. */
final class SettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String property;
    private final String action;

    SettingException(String property, @Nullable String message, String action, @Nullable Throwable cause) {
        super(property + ": " + message, cause);
        this.property = property;
        this.action = action;
    }

    String property() {
        return property;
    }

    /** What to do, in a sentence. */
    String action() {
        return action;
    }
}
