package io.sipwright.jdbc;

import io.sipwright.secret.Secret;
import io.sipwright.secret.SecretCipher;
import io.sipwright.template.FieldValue;
import io.sipwright.template.OptionOverride;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Fields and overrides as JSON text. A list is an array, a secret is {@code {"sealed": …}}. */
final class FieldsJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String SEALED = "sealed";

    private final SecretCipher cipher;

    FieldsJson(SecretCipher cipher) {
        this.cipher = cipher;
    }

    /**
     * Writes fields.
     *
     * @param place of the object, to which its secrets are bound
     */
    String write(Map<String, FieldValue> fields, String place) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, value) -> {
            if (value.isSecret()) {
                json.putObject(name).put(SEALED, cipher.seal(Secret.of(value.text()), place + "/" + name));
            } else if (value.items().size() == 1) {
                json.put(name, value.text());
            } else {
                ArrayNode array = json.putArray(name);
                value.items().forEach(array::add);
            }
        });
        return MAPPER.writeValueAsString(json);
    }

    Map<String, FieldValue> read(@Nullable String text, String place) {
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        if (text == null) {
            return fields;
        }
        for (Map.Entry<String, JsonNode> entry : MAPPER.readTree(text).properties()) {
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                String secret = value.path(SEALED).asString();
                fields.put(
                        entry.getKey(),
                        FieldValue.of(
                                SecretCipher.looksSealed(secret)
                                        ? cipher.open(secret, place + "/" + entry.getKey())
                                        : Secret.of(secret)));
            } else if (value.isArray()) {
                List<String> items = new ArrayList<>();
                value.forEach(item -> items.add(item.asString()));
                fields.put(entry.getKey(), FieldValue.of(items));
            } else {
                fields.put(entry.getKey(), FieldValue.of(value.asString()));
            }
        }
        return fields;
    }

    /** Whether all secrets are sealed with the key that is used now. */
    boolean isCurrent(@Nullable String text) {
        return text == null
                || MAPPER.readTree(text)
                        .valueStream()
                        .filter(JsonNode::isObject)
                        .allMatch(value -> cipher.isCurrent(value.path(SEALED).asString()));
    }

    static String writeOverrides(List<OptionOverride> overrides) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (OptionOverride override : overrides) {
            ArrayNode values = json.addObject().putArray(override.path());
            override.values().forEach(values::add);
        }
        return MAPPER.writeValueAsString(json);
    }

    static List<OptionOverride> readOverrides(String text) {
        List<OptionOverride> overrides = new ArrayList<>();
        for (JsonNode object : MAPPER.readTree(text)) {
            object.properties().forEach(entry -> {
                List<String> values = new ArrayList<>();
                entry.getValue().forEach(value -> values.add(value.asString()));
                int dot = entry.getKey().indexOf('.');
                overrides.add(new OptionOverride(
                        entry.getKey().substring(0, dot), entry.getKey().substring(dot + 1), values));
            });
        }
        return overrides;
    }
}
