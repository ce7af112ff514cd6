package io.sipwright.web;

import io.sipwright.template.FieldEditor;
import io.sipwright.template.OptionOverride;
import io.sipwright.validation.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the members of a request one after the other, and notes what is wrong with them. What is left in the end are the
 * fields of the template. Not thread-safe.
 */
final class Members {

    /** No field has this name. One that is filled in makes the library refuse what we found something wrong with. */
    static final String POISON = "!";

    private static final int MOST = 500;

    private final Map<String, JsonNode> left = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    Members(ObjectNode json, Set<String> ignored) {
        json.properties().forEach(member -> left.put(member.getKey(), member.getValue()));
        left.keySet().removeAll(ignored);
        if (left.size() > MOST) {
            left.clear();
            wrong("", "members.too_many", "At most " + MOST + " members.");
        }
    }

    boolean has(String name) {
        return left.containsKey(name);
    }

    /** Whether a member is there, and is null. */
    boolean isNull(String name) {
        JsonNode node = left.get(name);
        return node != null && node.isNull();
    }

    @Nullable
    JsonNode peek(String name) {
        return left.get(name);
    }

    @Nullable
    JsonNode take(String name) {
        JsonNode node = left.remove(name);
        return node == null || node.isNull() ? null : node;
    }

    @Nullable
    String text(String name) {
        JsonNode node = take(name);
        if (node != null && !node.isString()) {
            wrong(name, "field.not_text", "Expected a text.");
            return null;
        }
        return node == null ? null : node.asString();
    }

    @Nullable
    Boolean bool(String name) {
        JsonNode node = take(name);
        if (node != null && !node.isBoolean()) {
            wrong(name, "field.boolean", "Expected true or false.");
            return null;
        }
        return node == null ? null : node.asBoolean();
    }

    /** A whole number from 0 on. */
    @Nullable
    Long number(String name) {
        JsonNode node = take(name);
        if (node != null && !(node.isIntegralNumber() && node.canConvertToLong() && node.asLong() >= 0)) {
            wrong(name, "field.integer", "Expected a whole number from 0 on.");
            return null;
        }
        return node == null ? null : node.asLong();
    }

    /** The objects of an array. */
    List<RequestObject> objects(String name) {
        JsonNode node = take(name);
        List<RequestObject> objects = new ArrayList<>();
        if (node != null && !node.isArray()) {
            wrong(name, "field.not_array", "Expected an array of objects.");
            return objects;
        }
        for (int i = 0; node != null && i < node.size(); i++) {
            if (node.get(i) instanceof ObjectNode object) {
                objects.add(new RequestObject(object));
            } else {
                wrong(name + "[" + i + "]", "field.not_object", "Expected an object.");
            }
        }
        return objects;
    }

    List<OptionOverride> overrides(String name) {
        JsonNode node = take(name);
        if (node == null) {
            return List.of();
        }
        try {
            return OptionOverride.fromJson(ApiJson.MAPPER.treeToValue(node, Object.class));
        } catch (IllegalArgumentException | JacksonException e) {
            wrong(
                    name,
                    "overrides.form",
                    "Expected {\"section.option\": \"value\"}, with a text, a list of texts, or null to take it out.");
            return List.of();
        }
    }

    /** Fills in the fields that are left. Null leaves a field to its default. */
    void fields(FieldEditor<?> editor) {
        left.forEach((name, node) -> {
            if (node.isNull()) {
                editor.clear(name);
            } else if (node.isArray() && node.values().stream().allMatch(Members::isScalar)) {
                editor.field(
                        name, node.values().stream().map(JsonNode::asString).toList());
            } else if (isScalar(node)) {
                editor.field(name, node.asString());
            } else {
                wrong(name, "field.not_text", "Expected a text, a number, true or false, or a list of those.");
            }
        });
        left.clear();
    }

    /** Refuses what is left. */
    void refuseOthers() {
        left.keySet().forEach(name -> wrong(name, "field.unknown", "There is no such member."));
        left.clear();
    }

    private static boolean isScalar(JsonNode node) {
        return node.isString() || node.isNumber() || node.isBoolean();
    }

    void wrong(String name, String code, String message) {
        violations.add(new Violation(name, code, message, null));
    }

    /** Sees to it that nothing is stored of a request that something is wrong with. */
    void poison(FieldEditor<?> editor) {
        if (!violations.isEmpty()) {
            editor.field(POISON, "");
        }
    }

    List<Violation> violations() {
        return violations;
    }
}
