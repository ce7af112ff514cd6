package io.sipwright.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds what each placeholder stands for. */
final class FieldResolver {

    /** Placeholder for the name of the object. */
    static final String NAME = "name";

    private final TemplateBody body;

    FieldResolver(TemplateBody body) {
        this.body = body;
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
        for (TemplateField field : body.resolutionOrder()) {
            FieldValue value = given.get(field.name());
            if (value == null) {
                value = chosen.get(field.name());
            }
            if (value == null) {
                value = defaultValue(field, values);
            }
            if (value == null) {
                continue;
            }
            values.put(field.name(), value);
            TemplateField.Choice choice = field.choices().get(value.text());
            if (choice != null && !choice.sets().isEmpty()) {
                Map<String, FieldValue> both = new HashMap<>(chosen);
                both.putAll(choice.sets());
                chosen = both;
            }
        }
        resolveLets(values);
        return values;
    }

    private @Nullable FieldValue defaultValue(TemplateField field, Map<String, FieldValue> values) {
        List<TemplateBody.Alternative> alternatives = body.defaults().get(field.name());
        if (alternatives == null) {
            return null;
        }
        List<String> texts = TemplateBody.Alternative.first(alternatives, values::get);
        return texts.isEmpty() ? null : FieldCheck.normalize(field, FieldValue.of(texts));
    }

    private void resolveLets(Map<String, FieldValue> values) {
        Function<String, @Nullable FieldValue> written = written(values);
        body.lets().forEach((name, alternatives) -> {
            List<String> texts = TemplateBody.Alternative.first(alternatives, written);
            if (!texts.isEmpty()) {
                values.put(name, FieldValue.of(texts));
            }
        });
    }

    /** The values as they stand in an option, where some characters of a caller's name need a backslash. */
    Function<String, @Nullable FieldValue> written(Map<String, FieldValue> values) {
        return name -> {
            FieldValue value = values.get(name);
            TemplateField field = value == null ? null : body.field(name);
            return value == null || field == null || field.type() != FieldType.CALLER_NAME
                    ? value
                    : FieldValue.of(field.type().rendered(value.text()));
        };
    }
}
