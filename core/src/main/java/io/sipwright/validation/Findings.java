package io.sipwright.validation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects violations. */
final class Findings {

    private final Messages messages;
    private final List<Violation> violations = new ArrayList<>();

    Findings(Messages messages) {
        this.messages = messages;
    }

    void add(String path, String code, @Nullable String rejected, Object... arguments) {
        violations.add(new Violation(path, code, messages.text(code, List.of(arguments)), rejected));
    }

    void add(String path, String code, @Nullable String rejected, List<Object> arguments) {
        add(path, code, rejected, arguments.toArray());
    }

    /** A part of a message. */
    String text(String code, Object... arguments) {
        return messages.text(code, List.of(arguments));
    }

    /** Whether there is already something wrong at a path. */
    boolean has(String path) {
        return violations.stream().anyMatch(violation -> violation.path().equals(path));
    }

    boolean isEmpty() {
        return violations.isEmpty();
    }

    List<Violation> violations() {
        return violations;
    }
}
