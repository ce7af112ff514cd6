package io.sipwright.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a template that was joined with its parents, before it is known whose words are to blame.
 *
 * @param pointer to the place in the joined template
 * @param message what was expected
 * @param with further places that it follows from: whoever says one of them may have caused it
 * @param missing name that is used there and not known; null if it is not about a name
 * @param incomplete whether it is only what a template for inheriting may leave to its children
 */
record Finding(
        String pointer,
        String message,
        List<String> with,
        @Nullable String missing,
        boolean incomplete) {

    Finding {
        with = List.copyOf(with);
    }

    static Finding of(String pointer, String message, String... with) {
        return new Finding(pointer, message, List.of(with), null, false);
    }

    static Finding incomplete(String pointer, String message) {
        return new Finding(pointer, message, List.of(), null, true);
    }

    static Finding missing(String name, String pointer, String message) {
        return new Finding(pointer, message, List.of(), name, true);
    }

    /** Whether it is the same mistake as another, whatever is suggested there. */
    boolean isSameAs(Finding other) {
        return pointer.equals(other.pointer)
                && (missing != null
                        ? missing.equals(other.missing)
                        : message.split("; did you mean", 2)[0].equals(
                                other.message.split("; did you mean", 2)[0]));
    }

    /** Whether it is at a place, or below. */
    boolean isUnder(String place) {
        return pointer.equals(place) || pointer.startsWith(place + "/");
    }
}
