package io.sipwright.web;

import io.sipwright.validation.Violation;
import java.util.List;

/** Parameters or headers of a request that can't be understood. */
final class BadRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    BadRequestException(String message) {
        this(message, List.of());
    }

    BadRequestException(String message, List<Violation> violations) {
        super(message);
        this.violations = violations;
    }

    List<Violation> violations() {
        return violations;
    }
}
