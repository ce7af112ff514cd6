package io.sipwright.secret;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * A password. Shows itself nowhere: {@code toString} and JSON give a mask, and it can't be serialized. The one way to
 * the text is {@link #reveal()}.
 *
 * <p>Immutable and thread-safe.
 */
public final class Secret {

    /** What is shown instead of any secret. */
    public static final String MASK = "********";

    private final String text;

    private Secret(String text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    @JsonCreator
    public static Secret of(String text) {
        return new Secret(text);
    }

    /** The text itself. Each call of this method is a place to look at in a review. */
    public String reveal() {
        return text;
    }

    /** Compares in a time that does not depend on where the difference is. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.UTF_8), secret.text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for all secrets, so that a printed hash tells nothing. */
    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @JsonValue
    @Override
    public String toString() {
        return MASK;
    }
}
