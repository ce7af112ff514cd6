package io.sipwright.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row as JSON text, as it stands in the history; times as text in ISO form. */
final class StateJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> ROW = new TypeReference<>() {};

    private StateJson() {}

    static String write(Map<String, @Nullable Object> row) {
        return MAPPER.writeValueAsString(row);
    }

    static Map<String, @Nullable Object> read(String text) {
        return MAPPER.readValue(text, ROW);
    }
}
