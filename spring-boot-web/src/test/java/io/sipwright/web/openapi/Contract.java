package io.sipwright.web.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An OpenAPI document, and whether values are what its schemas say. */
record Contract(JsonNode document) {

    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** One path and verb. */
    record Operation(String method, String path, JsonNode node) {

        String id() {
            return node.path("operationId").asString("");
        }

        boolean hasBody() {
            return node.has("requestBody");
        }

        JsonNode requestSchema() {
            return node.at("/requestBody/content/application~1json/schema");
        }

        JsonNode requestExample() {
            return node.at("/requestBody/content/application~1json/example");
        }

        List<JsonNode> parameters(String in) {
            return node.path("parameters").values().stream()
                    .filter(parameter -> parameter.path("in").asString("").equals(in))
                    .toList();
        }
    }

    static Contract of(String json) {
        return new Contract(JSON.readTree(json));
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(verb -> operations.add(
                                new Operation(verb.getKey().toUpperCase(), path.getKey(), verb.getValue()))));
        return operations;
    }

    /** Sorted, without what depends on the address it was asked for at. */
    String stable() {
        ObjectNode copy = (ObjectNode) sorted(document);
        copy.remove("servers");
        return JSON.writeValueAsString(copy).replace("\r\n", "\n") + "\n";
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            Map<String, JsonNode> members = new TreeMap<>();
            object.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            ObjectNode copy = JSON.createObjectNode();
            members.forEach(copy::set);
            return copy;
        }
        if (node.isArray()) {
            var copy = JSON.createArrayNode();
            node.values().forEach(item -> copy.add(sorted(item)));
            return copy;
        }
        return node;
    }

    JsonNode resolved(JsonNode schema) {
        String ref = schema.path("$ref").asString("");
        return ref.isEmpty() ? schema : document.at(ref.substring(1));
    }

    /** What a value has that its schema does not say, and the other way round. */
    void check(String place, JsonNode given, JsonNode value, List<String> problems) {
        JsonNode schema = resolved(given);
        if (schema.isMissingNode()) {
            problems.add(place + ": no schema");
            return;
        }
        Set<String> types = types(schema);
        if (!types.isEmpty() && types.stream().noneMatch(type -> is(type, value))) {
            problems.add(place + ": is not " + types);
            return;
        }
        if (schema.has("enum") && schema.path("enum").values().stream().noneMatch(value::equals)) {
            problems.add(place + ": is none of " + schema.path("enum"));
        }
        if (value.isArray() && schema.has("items")) {
            int i = 0;
            for (JsonNode item : value.values()) {
                check(place + "[" + i++ + "]", schema.path("items"), item, problems);
            }
        }
        if (value.isObject() && types.contains("object")) {
            schema.path("required").values().stream()
                    .map(name -> name.asString(""))
                    .filter(name -> !value.has(name))
                    .forEach(name -> problems.add(place + ": has no " + name));
            value.properties().forEach(member -> {
                JsonNode others = schema.path("additionalProperties");
                JsonNode own = schema.path("properties").path(member.getKey());
                // Clients must take members they don't know; we must not have some that no one knows.
                if (own.isMissingNode() && !others.isObject()) {
                    problems.add(place + ": " + member.getKey() + " is not in the contract");
                } else {
                    check(
                            place + "." + member.getKey(),
                            own.isMissingNode() ? others : own,
                            member.getValue(),
                            problems);
                }
            });
        }
    }

    static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.values().stream().map(one -> one.asString("")).collect(java.util.stream.Collectors.toSet())
                : type.isString() ? Set.of(type.asString()) : Set.of();
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> value.isNull();
        };
    }
}
