package io.sipwright.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sipwright.template.FieldType;
import io.sipwright.template.TemplateField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param required whether it must be filled in when nothing but what is required is
 * @param requiredWhen when else it must be filled in; null if never
 * @param defaultValue what it holds when it is not filled in, with placeholders; null for nothing
 * @param list whether it takes several values
 */
record FormBody(
        String name,
        String label,
        String type,
        boolean required,
        @JsonProperty("required_when") @Nullable String requiredWhen,
        @JsonProperty("default") @Nullable String defaultValue,
        @Nullable Long min,
        @Nullable Long max,
        @Nullable List<ChoiceBody> choices,
        boolean list,
        boolean secret,
        @Nullable String help) {

    /** One of the values of a choice. */
    record ChoiceBody(String value, String label) {}

    static FormBody of(TemplateField field, boolean required) {
        TemplateField.RequiredWhen when = field.required();
        return new FormBody(
                field.name(),
                field.label(),
                field.type().jsonName(),
                required,
                when == null || when.condition().isEmpty() ? null : when.condition(),
                field.defaultPattern(),
                field.min(),
                field.max(),
                field.type() == FieldType.CHOICE ? choices(field) : null,
                field.type().isList(),
                field.isSecret(),
                field.help().isEmpty() ? null : field.help());
    }

    private static List<ChoiceBody> choices(TemplateField field) {
        return field.choices().entrySet().stream()
                .map(choice -> new ChoiceBody(choice.getKey(), choice.getValue().label()))
                .toList();
    }
}
