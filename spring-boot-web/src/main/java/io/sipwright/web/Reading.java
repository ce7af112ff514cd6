package io.sipwright.web;

import io.sipwright.secret.Secret;
import io.sipwright.validation.ValidationException;
import io.sipwright.validation.Violation;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request as it was understood. Where something is wrong the value is of a form that the library refuses, so that it can be
 * handed there nevertheless, and answers with what else is wrong.
 *
 * @param value for the library
 * @param violations what was not understood
 * @param generated a secret that was made for it
 * @param words how its members are called
 */
record Reading<V>(
        V value, List<Violation> violations, @Nullable Secret generated, Wording words) {

    /** Hands the value to the library. What is refused is refused with everything that is wrong. */
    <R> R with(Function<V, R> use) {
        R result;
        try {
            result = use.apply(value);
        } catch (ValidationException e) {
            throw new ValidationException(words.merged(violations, e.violations()));
        }
        ValidationException.throwIfAny(violations);
        return result;
    }
}
