package io.sipwright.template;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A section of an object, and why it is what it is.
 *
 * @param role its name within the template
 * @param type of the section in Asterisk
 * @param name of the section
 * @param nameOverride path of the override that gave it this name; null for the usual one
 * @param fields what the section's being there depends on; empty if it is always there
 * @param options its lines in order, {@code type} first; without the stamp
 * @param removed options of the template that an override has taken out
 */
public record ExplainedSection(
        String role,
        String type,
        String name,
        @Nullable String nameOverride,
        List<FieldOrigin> fields,
        List<ExplainedOption> options,
        List<ExplainedOption> removed) {

    public ExplainedSection {
        Objects.requireNonNull(role, "role");
        fields = List.copyOf(fields);
        options = List.copyOf(options);
        removed = List.copyOf(removed);
    }
}
