package io.sipwright.web;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.OptionType;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.secret.Secret;
import io.sipwright.template.FieldValue;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be shown of an object. A secret is not; nor is a field that no template says to be none.
 *
 * @param fields what stands in the fields, and in the columns of the specification also what is there by default
 * @param defaulted those that are there by default
 * @param secretsSet secrets that are filled in, by name
 * @param overrides options set by hand; null for one that is taken out
 */
record ObjectView(
        Map<String, Object> fields,
        List<String> defaulted,
        List<String> secretsSet,
        @Nullable Map<String, @Nullable Object> overrides) {

    static ObjectView of(ObjectSpec spec, @Nullable Template template, Set<String> columns, Set<String> members) {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<String> defaulted = new ArrayList<>();
        List<String> secretsSet = new ArrayList<>();
        spec.fields().forEach((name, value) -> {
            if (value.isSecret()) {
                secretsSet.add(name);
            } else if (isOpen(name, template, columns) && !members.contains(name)) {
                fields.put(name, shown(field(name, template), value));
            }
        });
        Map<String, FieldValue> effective = template == null ? Map.of() : template.effective(spec);
        for (String column : columns) {
            FieldValue value = effective.get(column);
            if (value != null
                    && !value.items().isEmpty()
                    && !fields.containsKey(column)
                    && isOpen(column, template, columns)) {
                fields.put(column, shown(field(column, template), value));
                defaulted.add(column);
            }
        }
        return new ObjectView(fields, defaulted, secretsSet, overrides(spec, template));
    }

    private static @Nullable TemplateField field(String name, @Nullable Template template) {
        return template == null ? null : template.field(name).orElse(null);
    }

    private static boolean isOpen(String name, @Nullable Template template, Set<String> columns) {
        TemplateField field = field(name, template);
        return field == null ? columns.contains(name) : !field.isSecret();
    }

    /** As JSON has it: numbers, true and false, and lists where the order of a text would not do. */
    static Object shown(@Nullable TemplateField field, FieldValue value) {
        if (field == null) {
            return value.text();
        }
        return switch (field.type()) {
            case INTEGER, PORT -> number(value.text());
            case BOOLEAN ->
                switch (value.text()) {
                    case "yes" -> true;
                    case "no" -> false;
                    default -> value.text();
                };
            case HOSTS, HOST_NAMES, NETWORKS -> value.items();
            default -> value.text();
        };
    }

    private static Object number(String text) {
        return text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : text;
    }

    private static @Nullable Map<String, @Nullable Object> overrides(ObjectSpec spec, @Nullable Template template) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        for (OptionOverride override : spec.overrides()) {
            List<String> values = override.values();
            Object one = values.size() == 1 ? values.get(0) : values;
            shown.put(override.path(), values.isEmpty() ? null : isOpen(override, template) ? one : Secret.MASK);
        }
        return shown.isEmpty() ? null : shown;
    }

    private static boolean isOpen(OptionOverride override, @Nullable Template template) {
        Optional<OptionType> option = Optional.ofNullable(template)
                .flatMap(known -> known.sectionType(override.section()))
                .flatMap(type -> PjsipSchema.of(AsteriskVersion.V22).type(type))
                .flatMap(type -> type.option(override.option()));
        return option.filter(type -> !type.secret()).isPresent();
    }
}
