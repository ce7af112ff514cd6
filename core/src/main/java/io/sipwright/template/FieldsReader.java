package io.sipwright.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code fields}. */
final class FieldsReader {

    static final Set<String> KEYS = Set.of("label", "type", "required", "default", "min", "max", "choices", "help");

    private final TemplateReading reading;
    private final Map<String, TemplateField> fields = new LinkedHashMap<>();
    private final Map<String, List<TemplateBody.Alternative>> defaults = new LinkedHashMap<>();
    private final Map<String, Condition> required = new LinkedHashMap<>();
    private final Map<String, Map<String, Condition>> choiceConditions = new LinkedHashMap<>();

    FieldsReader(TemplateReading reading) {
        this.reading = reading;
    }

    Map<String, TemplateField> fields() {
        return fields;
    }

    Map<String, List<TemplateBody.Alternative>> defaults() {
        return defaults;
    }

    Map<String, Condition> required() {
        return required;
    }

    Map<String, Map<String, Condition>> choiceConditions() {
        return choiceConditions;
    }

    /** The text a field holds when it is not filled in, if that depends on nothing. */
    @Nullable
    String constantDefault(String field) {
        List<TemplateBody.Alternative> alternatives = defaults.getOrDefault(field, List.of());
        boolean constant = alternatives.size() == 1
                && alternatives.get(0).when().terms().isEmpty()
                && alternatives.get(0).pattern().isConstant();
        return constant ? alternatives.get(0).pattern().constant() : null;
    }

    void read(JsonNode root) {
        for (Map.Entry<String, JsonNode> entry :
                reading.object(root, "fields", "/fields").properties()) {
            String pointer = "/fields/" + entry.getKey();
            if (!entry.getKey().matches("[a-z][a-z0-9_]*")) {
                reading.add(pointer, "expected a name of lower-case letters, digits and '_'");
            } else if (!entry.getValue().isObject()) {
                reading.add(pointer, "expected an object");
            } else {
                field(entry.getKey(), entry.getValue(), pointer);
            }
        }
    }

    private void field(String name, JsonNode json, String pointer) {
        reading.onlyKeys(json, pointer, KEYS);
        String typeName = reading.text(json, "type", pointer, "text");
        FieldType type = FieldType.ofJson(typeName).orElse(FieldType.TEXT);
        if (!type.jsonName().equals(typeName)) {
            reading.add(pointer + "/type", "expected one of " + FieldType.jsonNames());
        }
        Optional<Condition> condition = required(json, pointer);
        List<TemplateBody.Alternative> alternatives = reading.alternatives(json.path("default"), pointer + "/default");
        Map<String, TemplateField.Choice> choices = choices(name, json, pointer);
        TemplateField field = new TemplateField(
                name,
                reading.text(json, "label", pointer, name),
                type,
                condition.map(c -> new TemplateField.RequiredWhen(c.toString())).orElse(null),
                alternatives.isEmpty()
                        ? null
                        : alternatives.get(alternatives.size() - 1).pattern().toString(),
                reading.number(json, "min", pointer),
                reading.number(json, "max", pointer),
                choices,
                reading.text(json, "help", pointer, ""));
        if ((type == FieldType.CHOICE) == choices.isEmpty()) {
            reading.add(pointer + "/choices", "expected choices for a field of type choice, and for no other");
        }
        fields.put(name, field);
        condition.ifPresent(c -> required.put(name, c));
        if (!alternatives.isEmpty()) {
            defaults.put(name, alternatives);
        }
        for (TemplateBody.Alternative alternative : alternatives) {
            if (alternative.pattern().isConstant()) {
                accepted(field, alternative.pattern().constant(), pointer + "/default");
            }
        }
    }

    private void accepted(TemplateField field, String text, String pointer) {
        FieldCheck.problem(field, FieldCheck.normalize(field, FieldValue.of(text)))
                .ifPresent(problem -> reading.add(pointer, "expected a value that the field accepts: " + problem));
    }

    /** {@code true}, or the condition under which the field is required. */
    private Optional<Condition> required(JsonNode json, String pointer) {
        JsonNode node = json.path("required");
        if (node.isMissingNode() || node.isBoolean() && !node.asBoolean()) {
            return Optional.empty();
        }
        if (node.isBoolean()) {
            return Optional.of(Condition.ALWAYS);
        }
        Condition.Term term = node.isString() ? Condition.term(node.asString()) : null;
        if (term == null) {
            reading.add(pointer + "/required", "expected true, false or a condition such as 'auth=registration'");
            return Optional.empty();
        }
        return Optional.of(new Condition(List.of(term)));
    }

    /** {@code "value": "label"} or {@code "value": {"label": …, "when": …, "set": {"field": …}}}. */
    private Map<String, TemplateField.Choice> choices(String field, JsonNode json, String pointer) {
        Map<String, TemplateField.Choice> choices = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry :
                reading.object(json, "choices", pointer + "/choices").properties()) {
            String place = pointer + "/choices/" + entry.getKey();
            JsonNode choice = entry.getValue();
            if (choice.isString()) {
                choices.put(entry.getKey(), new TemplateField.Choice(choice.asString(), Map.of()));
                continue;
            }
            if (!choice.isObject()) {
                reading.add(place, "expected a label, or {\"label\": …, \"set\": …, \"when\": …}");
                continue;
            }
            reading.onlyKeys(choice, place, Set.of("label", "set", "when"));
            if (choice.has("when")) {
                choiceConditions
                        .computeIfAbsent(field, key -> new LinkedHashMap<>())
                        .put(entry.getKey(), reading.condition(choice, place));
            }
            Map<String, FieldValue> sets = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> set :
                    reading.object(choice, "set", place + "/set").properties()) {
                sets.put(set.getKey(), FieldValue.of(reading.texts(set.getValue(), place + "/set/" + set.getKey())));
            }
            choices.put(
                    entry.getKey(),
                    new TemplateField.Choice(reading.text(choice, "label", place, entry.getKey()), sets));
        }
        return choices;
    }
}
