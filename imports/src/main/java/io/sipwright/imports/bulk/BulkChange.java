package io.sipwright.imports.bulk;

import org.jspecify.annotations.Nullable;

/**
 * What would become other in one field of an object.
 *
 * @param field as in JSON; of an override, {@code overrides.section.option}
 * @param before what is stored, secrets masked; null for nothing
 * @param after what would be stored, secrets masked; null for nothing
 */
public record BulkChange(
        String field, @Nullable String before, @Nullable String after) {

    /** {@code codecs: ulaw → opus,alaw} */
    @Override
    public String toString() {
        return field + ": " + (before == null ? "(none)" : before) + " → " + (after == null ? "(none)" : after);
    }
}
