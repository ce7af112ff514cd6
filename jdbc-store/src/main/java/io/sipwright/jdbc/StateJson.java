package io.sipwright.jdbc;

import io.sipwright.store.StoreException;
import io.sipwright.store.StoreException.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
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

    /**
     * Reads it.
     *
     * @param name of the object, for the message
     * @throws StoreException if it is none
     */
    static Map<String, @Nullable Object> read(String text, String name) {
        try {
            return MAPPER.readValue(text, ROW);
        } catch (JacksonException e) {
            throw new StoreException(
                    Reason.REFUSED, "The history of '" + name + "' is spoilt: a state is no JSON", null);
        }
    }
}
