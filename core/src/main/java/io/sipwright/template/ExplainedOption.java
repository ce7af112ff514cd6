package io.sipwright.template;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line of a section, and why it is there; or is not, where an override has removed it.
 *
 * @param name of the option
 * @param value secrets masked; empty for one that was removed
 * @param template id of the template that has this option, perhaps an ancestor; null if only an override has it
 * @param fields what its value and its condition depend on, directly or by defaults
 * @param override path of the override that has set, removed or redirected it, such as {@code endpoint.send_pai}; null if
 *     the template says it
 * @param instead what the template would have said; empty unless there is an override
 */
public record ExplainedOption(
        String name,
        String value,
        @Nullable String template,
        List<FieldOrigin> fields,
        @Nullable String override,
        List<String> instead) {

    public ExplainedOption {
        Objects.requireNonNull(name, "name");
        fields = List.copyOf(fields);
        instead = List.copyOf(instead);
    }

    /** Why, in one line: {@code credential-trunk: port=5080 (given)}. */
    public String reason() {
        String byTemplate = template == null
                ? ""
                : template + fields.stream().map(FieldOrigin::toString).collect(Collectors.joining(", ", ": ", ""));
        String plain = fields.isEmpty() && template != null ? template : byTemplate;
        if (override == null) {
            return plain;
        }
        return "override " + override
                + (instead.isEmpty() ? "" : " instead of " + String.join(" | ", instead) + " by " + plain);
    }
}
