package io.sipwright.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Values of fields by name, in the order given. Immutable. Two are equal when they hold the same values, in whatever
 * order.
 */
public final class FieldValues {

    private static final FieldValues EMPTY = new FieldValues(Map.of());

    private final Map<String, FieldValue> values;

    private FieldValues(Map<String, FieldValue> values) {
        this.values = values;
    }

    public static FieldValues empty() {
        return EMPTY;
    }

    public static FieldValues of(Map<String, FieldValue> values) {
        return new FieldValues(Collections.unmodifiableMap(new LinkedHashMap<>(values)));
    }

    public @Nullable FieldValue get(String field) {
        return values.get(field);
    }

    /** The value as one text. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(values.get(field)).map(FieldValue::text);
    }

    public Map<String, FieldValue> asMap() {
        return values;
    }

    public void forEach(BiConsumer<String, FieldValue> action) {
        values.forEach(action);
    }

    /** These values with some replaced; an empty optional takes a value away. */
    public FieldValues with(Map<String, Optional<FieldValue>> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        Map<String, FieldValue> changed = new LinkedHashMap<>(values);
        changes.forEach(
                (name, value) -> value.ifPresentOrElse(given -> changed.put(name, given), () -> changed.remove(name)));
        return of(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldValues fields && values.equals(fields.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values);
    }

    /** The names of the fields only. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
