package io.sipwright.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The working part of a template.
 *
 * @param fields by name, in the order of a form
 * @param resolutionOrder the fields, each after those it depends on
 * @param defaults by field: what it holds when it is not filled in
 * @param choiceConditions by field and choice: when that choice can be made
 * @param required by field: when it must be filled in
 * @param lets named intermediate texts, in order; each may use those before it
 * @param sections in order
 * @param defaultOrigins by field: id of the template that says what it holds by default, which may be an ancestor
 * @param typeOrigins by role: id of the template that says the type of the section
 */
record TemplateBody(
        Map<String, TemplateField> fields,
        List<TemplateField> resolutionOrder,
        Map<String, List<Alternative>> defaults,
        Map<String, Map<String, Condition>> choiceConditions,
        Map<String, Condition> required,
        Map<String, List<Alternative>> lets,
        List<SectionTemplate> sections,
        Map<String, String> defaultOrigins,
        Map<String, String> typeOrigins) {

    TemplateBody {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        resolutionOrder = List.copyOf(resolutionOrder);
        defaults = Map.copyOf(defaults);
        choiceConditions = Collections.unmodifiableMap(new LinkedHashMap<>(choiceConditions));
        required = Map.copyOf(required);
        lets = Collections.unmodifiableMap(new LinkedHashMap<>(lets));
        sections = List.copyOf(sections);
        defaultOrigins = Map.copyOf(defaultOrigins);
        typeOrigins = Map.copyOf(typeOrigins);
    }

    /** One text that a default or a name can stand for; the first whose condition holds is taken. */
    record Alternative(Condition when, TextPattern pattern) {

        /** The texts of the first alternative that applies; none when it lacks a value, or none applies. */
        static List<String> first(List<Alternative> alternatives, Function<String, @Nullable FieldValue> fields) {
            for (Alternative alternative : alternatives) {
                if (alternative.when.holds(fields)) {
                    return alternative.pattern.fill(fields);
                }
            }
            return List.of();
        }
    }

    @Nullable
    TemplateField field(String name) {
        return fields.get(name);
    }
}
