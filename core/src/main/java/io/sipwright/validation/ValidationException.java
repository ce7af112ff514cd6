package io.sipwright.validation;

import io.sipwright.error.SipwrightException;
import java.util.List;
import java.util.stream.Collectors;

/** A request that was refused as a whole, with all that is wrong with it. Nothing of it was stored. */
public final class ValidationException extends SipwrightException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public ValidationException(List<Violation> violations) {
        super(violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

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
