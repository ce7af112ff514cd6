package io.sipwright.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field that a person fills in.
 *
 * @param name in JSON and in placeholders: {@code tech_prefix}
 * @param label what a form shows
 * @param type what it can hold
 * @param required when it must be filled in; null for never
 * @param defaultPattern what it holds when it is not filled in; null for nothing
 * @param min smallest number, or shortest text
 * @param max largest number, or longest text
 * @param choices what a choice can be, by value, with their labels
 * @param help a sentence for the person who fills it in; may be empty
 */
public record TemplateField(
        String name,
        String label,
        FieldType type,
        @Nullable RequiredWhen required,
        @Nullable String defaultPattern,
        @Nullable Long min,
        @Nullable Long max,
        Map<String, Choice> choices,
        String help) {

    /**
     * When a field must be filled in.
     *
     * @param condition in words; empty for always
     */
    public record RequiredWhen(String condition) {}

    /**
     * One of the values of a choice.
     *
     * @param label what a form shows
     * @param sets what other fields hold by default when this is chosen, for example the servers of a region
     */
    public record Choice(String label, Map<String, FieldValue> sets) {

        public Choice {
            sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
        }
    }

    public TemplateField {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }

    /** Whether the value must never be shown. */
    public boolean isSecret() {
        return type == FieldType.SECRET || type == FieldType.DIGEST;
    }

    /** Whether it must be filled in whatever else is. */
    public boolean isAlwaysRequired() {
        return required != null && required.condition().isEmpty();
    }

    /** What it holds when it is not filled in, placeholders included; for people to read. */
    public Optional<String> defaultText() {
        return Optional.ofNullable(defaultPattern);
    }
}
