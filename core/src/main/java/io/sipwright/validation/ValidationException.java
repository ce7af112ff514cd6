package io.sipwright.validation;

import io.sipwright.error.SipwrightException;
import java.util.List;
import java.util.stream.Collectors;

/** A request that was refused as a whole, with all that is wrong with it. Nothing of it was stored. */
public final class ValidationException extends SipwrightException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_IN_MESSAGE = 20;

    private final transient List<Violation> violations;

    public ValidationException(List<Violation> violations) {
        super(message(violations));
        this.violations = List.copyOf(violations);
    }

    /** The first ones; a batch may have thousands. */
    private static String message(List<Violation> violations) {
        String first = violations.stream()
                .limit(MOST_IN_MESSAGE)
                .map(Violation::toString)
                .collect(Collectors.joining("; "));
        int more = violations.size() - MOST_IN_MESSAGE;
        return more > 0 ? first + "; and " + more + " more" : first;
    }

    /** All of them, of which the message may hold only the first. */
    public List<Violation> violations() {
        return violations;
    }

    /** Throws one with these violations, unless there are none. */
    public static void throwIfAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new ValidationException(violations);
        }
    }
}
