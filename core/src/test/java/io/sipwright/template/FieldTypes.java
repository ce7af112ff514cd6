package io.sipwright.template;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fields of one type, for tests. */
final class FieldTypes {

    private FieldTypes() {}

    static TemplateField field(FieldType type, @Nullable Long min, @Nullable Long max) {
        Map<String, TemplateField.Choice> choices = type == FieldType.CHOICE
                ? Map.of(
                        "one", new TemplateField.Choice("One", Map.of()),
                        "three", new TemplateField.Choice("Three", Map.of()))
                : Map.of();
        return new TemplateField("f", "F", type, null, null, min, max, choices, "");
    }

    static Optional<FieldProblem> problem(FieldType type, String value) {
        return problem(field(type, null, null), FieldValue.of(value));
    }

    /** What is wrong with a value as it was given. */
    static Optional<FieldProblem> problem(TemplateField field, FieldValue given) {
        return FieldCheck.problem(field, FieldCheck.normalize(field, given));
    }
}
