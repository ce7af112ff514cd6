package io.sipwright.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what each placeholder of a template stands for. Immutable and thread-safe. */
final class FieldResolver {

    /** Placeholder for the name of the object. */
    static final String NAME = "name";

    private final TemplateBody body;
    private final List<Step> steps;
    private final List<TemplateField> callerNames;

    FieldResolver(TemplateBody body) {
        this.body = body;
        steps = body.resolutionOrder().stream()
                .map(field -> new Step(field, body.defaults().getOrDefault(field.name(), List.of())))
                .toList();
        callerNames = body.resolutionOrder().stream()
                .filter(field -> field.type() == FieldType.CALLER_NAME)
                .toList();
    }

    /**
     * Values of the name, the fields and the intermediate texts. What was given counts before what a choice sets, and
     * that before the default.
     */
    Map<String, FieldValue> resolve(ObjectSpec spec) {
        Map<String, FieldValue> values = new HashMap<>(64);
        Map<String, FieldValue> chosen = Map.of();
        FieldValues given = spec.fields();
        values.put(NAME, FieldValue.of(spec.name()));
        for (Step step : steps) {
            TemplateField field = step.field;
            FieldValue value = given.get(field.name());
            if (value == null) {
                value = chosen.get(field.name());
            }
            if (value == null) {
                value = step.defaultValue(values);
            }
            if (value == null) {
                continue;
            }
            values.put(field.name(), isAnswer(field) && value.equals(FieldValue.NO) ? FieldValue.NO : value);
            TemplateField.Choice choice =
                    field.choices().isEmpty() ? null : field.choices().get(value.text());
            if (choice != null && !choice.sets().isEmpty()) {
                Map<String, FieldValue> both = new HashMap<>(chosen);
                both.putAll(choice.sets());
                chosen = both;
            }
        }
        resolveLets(values);
        return values;
    }

    private static boolean isAnswer(TemplateField field) {
        return field.type() == FieldType.BOOLEAN || field.type() == FieldType.CHOICE;
    }

    private void resolveLets(Map<String, FieldValue> values) {
        Map<String, FieldValue> written = written(values);
        body.lets().forEach((name, alternatives) -> {
            List<String> texts = TemplateBody.Alternative.first(alternatives, written::get);
            if (!texts.isEmpty()) {
                FieldValue value = FieldValue.of(texts);
                values.put(name, value);
                written.put(name, value);
            }
        });
    }

    /** The values as they stand in an option, where some characters of a caller's name need a backslash. */
    Map<String, FieldValue> written(Map<String, FieldValue> values) {
        Map<String, FieldValue> written = values;
        for (TemplateField field : callerNames) {
            FieldValue value = values.get(field.name());
            String text = value == null ? "" : value.text();
            String escaped = field.type().rendered(text);
            if (!escaped.equals(text)) {
                written = written == values ? new HashMap<>(values) : written;
                written.put(field.name(), FieldValue.of(escaped));
            }
        }
        return written;
    }

    /** A field, and what it holds when it is not filled in. */
    private static final class Step {

        final TemplateField field;
        private final List<TemplateBody.Alternative> defaults;
        private final @Nullable FieldValue constant; // of a default that depends on nothing

        Step(TemplateField field, List<TemplateBody.Alternative> defaults) {
            this.field = field;
            this.defaults = defaults;
            boolean fixed = defaults.size() == 1
                    && defaults.get(0).when().terms().isEmpty()
                    && defaults.get(0).pattern().isConstant();
            constant = fixed ? computed(Map.of()) : null;
        }

        @Nullable
        FieldValue defaultValue(Map<String, FieldValue> values) {
            return constant != null || defaults.isEmpty() ? constant : computed(values);
        }

        private @Nullable FieldValue computed(Map<String, FieldValue> values) {
            List<String> texts = TemplateBody.Alternative.first(defaults, values::get);
            return texts.isEmpty() ? null : FieldCheck.normalize(field, FieldValue.of(texts));
        }
    }
}
