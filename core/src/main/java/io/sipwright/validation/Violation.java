package io.sipwright.validation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param path where: the name of a field, {@code overrides.endpoint.allow}, or {@code trunks[2].password} in a batch
 * @param code for programs; also the key of the message, for example {@code field.required}
 * @param message for people
 * @param rejected what was given, as text; null for a secret, for nothing, and where it would not help
 */
public record Violation(
        String path, String code, String message, @Nullable String rejected) {

    /** What was given, unless it is a secret. */
    public Optional<String> rejectedValue() {
        return Optional.ofNullable(rejected);
    }

    /** The same violation within a larger request. */
    public Violation under(String prefix) {
        return new Violation(prefix + "." + path, code, message, rejected);
    }

    @Override
    public String toString() {
        return path + ": " + message;
    }
}
