package io.sipwright.ari;

import io.sipwright.pjsip.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The texts that go to ARI and come back. */
final class AriJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AriJson() {}

    /** The body that sets options, in their order; {@code type} is told by the address already. */
    static String fields(List<Option> options) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode fields = body.putArray("fields");
        for (Option option : options) {
            if (!option.name().equalsIgnoreCase("type")) {
                fields.addObject().put("attribute", option.name()).put("value", option.value());
            }
        }
        return body.toString();
    }

    static AriReply reply(int status, String body) {
        JsonNode json = read(body);
        Map<String, String> attributes = new LinkedHashMap<>();
        if (json.isArray()) {
            json.forEach(field -> attributes.putIfAbsent(
                    field.path("attribute").asString(""), field.path("value").asString("")));
        }
        String message = json.path("message").asString("");
        return new AriReply(
                status, attributes, message.isEmpty() ? json.path("error").asString("") : message);
    }

    /** Empty if none is told. */
    static String version(String body) {
        return read(body).path("system").path("version").asString("");
    }

    /** What is no JSON is nothing: a web server answers with a page where there is no ARI. */
    private static JsonNode read(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json == null ? JSON.missingNode() : json;
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}
