package io.sipwright.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of the API. The mapper is not a bean: the host's settings don't reach it, and it does not take the place of the
 * host's.
 */
final class ApiJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private ApiJson() {}

    /**
     * Reads an object.
     *
     * @throws MalformedJsonException if it is none
     */
    static RequestObject read(byte[] bytes) {
        JsonNode node;
        try {
            node = MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation();
            // Without the cause: its message quotes the text, which may hold a secret.
            throw location == null
                    ? new MalformedJsonException("The body is not JSON.")
                    : new MalformedJsonException("The body is not JSON, or names a member twice: line "
                            + location.getLineNr() + ", column " + location.getColumnNr() + ".");
        } catch (ArithmeticException | NumberFormatException e) {
            throw new MalformedJsonException("The body has a number that no one can count to.");
        }
        if (node instanceof ObjectNode object) {
            return new RequestObject(object);
        }
        throw new MalformedJsonException("Expected a JSON object.");
    }

    static byte[] write(Object body) {
        return MAPPER.writeValueAsBytes(body);
    }
}
