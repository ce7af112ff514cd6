package io.sipwright.template;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.sipwright.secret.Secret;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fills in fields; the common part of the builders of specs and patches. Not thread-safe.
 *
 * @param <B> the builder itself
 */
@JsonAutoDetect(setterVisibility = JsonAutoDetect.Visibility.NONE) // "username" is a field like any other
public abstract class FieldEditor<B extends FieldEditor<B>> {

    private final Map<String, Optional<FieldValue>> values = new LinkedHashMap<>();

    protected FieldEditor() {}

    protected abstract B self();

    /** Fills in a field of the template by its name. */
    public B field(String name, String value) {
        return put(name, FieldValue.of(value));
    }

    /** Fills in a field that takes a list. */
    public B field(String name, List<String> values) {
        return put(name, FieldValue.of(values));
    }

    /** Fills in a field that holds a secret. */
    public B field(String name, Secret secret) {
        return put(name, FieldValue.of(secret));
    }

    /** Leaves a field to its default. */
    public B clear(String name) {
        values.put(name, Optional.empty());
        return self();
    }

    /** Any other member of the JSON object is a field; null leaves it to its default. */
    @JsonAnySetter
    void json(String name, @Nullable Object value) {
        values.put(name, Optional.ofNullable(value).map(FieldValue::ofJson));
    }

    protected B list(String name, String... items) {
        return put(name, FieldValue.of(Arrays.asList(items)));
    }

    protected B put(String name, FieldValue value) {
        values.put(name, Optional.of(value));
        return self();
    }

    /** What was filled in and cleared, in order. */
    protected Map<String, Optional<FieldValue>> changes() {
        return Collections.unmodifiableMap(values);
    }
}
