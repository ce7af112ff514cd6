package io.sipwright.template;

import java.util.List;

/**
 * What is wrong with the value of a field.
 *
 * @param code key of the message, for example {@code field.host}
 * @param arguments for the message
 */
public record FieldProblem(String code, List<Object> arguments) {

    public FieldProblem {
        arguments = List.copyOf(arguments);
    }

    @Override
    public String toString() {
        return code + (arguments.isEmpty() ? "" : " " + arguments);
    }

    static FieldProblem of(String code, Object... arguments) {
        return new FieldProblem(code, List.of(arguments));
    }
}
