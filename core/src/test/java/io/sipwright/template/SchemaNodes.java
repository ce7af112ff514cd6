package io.sipwright.template;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The parts that a JSON Schema is put together from. */
final class SchemaNodes {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private SchemaNodes() {}

    static ObjectNode node() {
        return MAPPER.createObjectNode();
    }

    static ObjectNode describe(ObjectNode node, String description) {
        return node.put("description", description);
    }

    static ObjectNode string(String description) {
        return describe(node().put("type", "string"), description);
    }

    static ObjectNode pattern(String pattern, String description) {
        return string(description).put("pattern", pattern);
    }

    static ObjectNode ref(String name) {
        return node().put("$ref", "#/$defs/" + name);
    }

    static ObjectNode ref(String name, String description) {
        return describe(ref(name), description);
    }

    static ObjectNode words(String description, Iterable<String> words) {
        ObjectNode node = string(description);
        ArrayNode all = node.putArray("enum");
        words.forEach(all::add);
        return node;
    }

    static ObjectNode anyOf(JsonNode... choices) {
        ObjectNode node = node();
        ArrayNode all = node.putArray("anyOf");
        for (JsonNode choice : choices) {
            all.add(choice);
        }
        return node;
    }

    static ObjectNode array(JsonNode items) {
        ObjectNode node = node().put("type", "array");
        node.set("items", items);
        return node;
    }

    static ObjectNode nothing() {
        return describe(node().put("type", "null"), "Takes away what was inherited.");
    }

    /** An object with these keys and no others. Every key that is read must be described here, and the other way round. */
    static ObjectNode closed(String description, Set<String> read, Map<String, JsonNode> keys) {
        if (!read.equals(keys.keySet())) {
            throw new AssertionError("Keys that are read: " + new TreeSet<>(read) + ", described: " + keys.keySet());
        }
        return closed(description, keys);
    }

    static ObjectNode closed(String description, Map<String, JsonNode> keys) {
        ObjectNode node = describe(node().put("type", "object"), description);
        ObjectNode properties = node.putObject("properties");
        new TreeMap<>(keys).forEach(properties::set);
        return node.put("additionalProperties", false);
    }

    static ObjectNode named(String names, JsonNode values, String description) {
        ObjectNode node = describe(node().put("type", "object"), description);
        node.putObject("propertyNames").put("pattern", names);
        node.set("additionalProperties", values);
        return node;
    }

    static ObjectNode require(ObjectNode node, String... keys) {
        ArrayNode required = node.putArray("required");
        Arrays.stream(keys).forEach(required::add);
        return node;
    }
}
