package io.sipwright.template;

import io.sipwright.error.Suggestion;
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

    /** What people write for true and false; no condition, unless a field bears such a name. */
    static final Set<String> WORDS = Set.of("true", "false", "yes", "no");

    private final TemplateReading reading;
    private final Map<String, TemplateField> fields = new LinkedHashMap<>();
    private final Map<String, List<TemplateBody.Alternative>> defaults = new LinkedHashMap<>();
    private final Map<String, Condition> required = new LinkedHashMap<>();
    private final Map<String, Map<String, Condition>> choiceConditions = new LinkedHashMap<>();
    private Set<String> fieldNames = Set.of();

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
        fieldNames = Set.copyOf(reading.object(root, "fields", "/fields").propertyNames());
        for (Map.Entry<String, JsonNode> entry :
                reading.object(root, "fields", "/fields").properties()) {
            String pointer = "/fields/" + entry.getKey();
            if (!entry.getKey().matches("[a-z][a-z0-9_]*")) {
                reading.add(pointer, "expected a name of lower-case letters, digits and '_'");
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
            reading.add(
                    pointer + "/type",
                    "expected one of " + String.join(", ", FieldType.jsonNames())
                            + Suggestion.clause(typeName, FieldType.jsonNames()));
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
        boolean typed = type.jsonName().equals(typeName);
        if (typed && (type == FieldType.CHOICE) == choices.isEmpty() && !reading.isBroken(pointer + "/choices")) {
            reading.add(new Finding(
                    pointer + "/choices",
                    type == FieldType.CHOICE
                            ? "expected choices: a field of type choice needs at least one"
                            : "expected choices only for a field of type choice; this is of type " + typeName,
                    List.of(pointer + "/type"),
                    null,
                    !json.has("type")));
        }
        bounds(field, pointer);
        fields.put(name, field);
        condition.ifPresent(c -> required.put(name, c));
        if (!alternatives.isEmpty()) {
            defaults.put(name, alternatives);
        }
        if (typed && !reading.isBroken(pointer + "/min") && !reading.isBroken(pointer + "/choices")) {
            new GivenCheck(reading).defaults(field, alternatives, json.path("default"), pointer);
        }
    }

    private void bounds(TemplateField field, String pointer) {
        Long min = field.min();
        Long max = field.max();
        if (min != null && max != null && min > max) {
            reading.add(pointer + "/min", "expected at most " + max + ", which is 'max'", pointer + "/max");
        }
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
            reading.add(
                    pointer + "/required",
                    "expected true, false or a condition such as 'auth=registration', one only and without blanks");
            return Optional.empty();
        }
        if (WORDS.contains(term.toString()) && !fieldNames.contains(term.field())) {
            reading.add(
                    pointer + "/required",
                    "expected true, false or a condition such as 'auth=registration'; write true or false without quotes");
            return Optional.empty();
        }
        return Optional.of(new Condition(List.of(term)));
    }

    /** {@code "value": "label"} or {@code "value": {"label": …, "when": …, "set": {"field": …}}}. */
    private Map<String, TemplateField.Choice> choices(String field, JsonNode json, String pointer) {
        Map<String, TemplateField.Choice> choices = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry :
                reading.object(json, "choices", pointer + "/choices").properties()) {
            String place = pointer + "/choices/" + TemplateReading.step(entry.getKey());
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
                String target = place + "/set/" + TemplateReading.step(set.getKey());
                List<String> texts = reading.texts(set.getValue(), target);
                if (!reading.isBroken(target)) {
                    sets.put(set.getKey(), FieldValue.of(texts));
                }
            }
            choices.put(
                    entry.getKey(),
                    new TemplateField.Choice(reading.text(choice, "label", place, entry.getKey()), sets));
        }
        return choices;
    }
}
