package io.sipwright.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sipwright.Explanation;
import io.sipwright.target.SectionPlace;
import io.sipwright.template.ExplainedOption;
import io.sipwright.template.ExplainedSection;
import io.sipwright.template.FieldOrigin;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Of each line of an object: where it comes from, and where it stands. Secrets are masked.
 *
 * @param template id of its template
 * @param active whether it is rendered at all; one that is not is explained as if it were
 */
record ExplanationBody(
        boolean success, String name, String template, boolean active, List<ExplainedSectionBody> sections)
        implements ApiBody {

    /**
     * A section.
     *
     * @param role its name within the template
     * @param nameOverride path of the override that gave it its name; null for the usual one
     * @param fields what its being there depends on
     * @param removed options that an override has taken out
     */
    record ExplainedSectionBody(
            String role,
            String type,
            String name,
            @JsonProperty("name_override") @Nullable String nameOverride,
            List<FieldOriginBody> fields,
            List<ExplainedOptionBody> options,
            List<ExplainedOptionBody> removed,
            List<PlaceBody> places) {

        static ExplainedSectionBody of(Explanation.Part part) {
            ExplainedSection section = part.section();
            return new ExplainedSectionBody(
                    section.role(),
                    section.type(),
                    section.name(),
                    section.nameOverride(),
                    ExplanationBody.fields(section.fields()),
                    IntStream.range(0, section.options().size())
                            .mapToObj(i -> option(section.options().get(i), lines(part, i)))
                            .toList(),
                    section.removed().stream()
                            .map(option -> option(option, Map.of()))
                            .toList(),
                    part.places().entrySet().stream()
                            .map(place -> PlaceBody.of(place.getKey(), place.getValue()))
                            .toList());
        }

        private static ExplainedOptionBody option(ExplainedOption option, Map<String, Integer> lines) {
            return new ExplainedOptionBody(
                    option.name(),
                    option.value(),
                    option.template(),
                    ExplanationBody.fields(option.fields()),
                    option.override(),
                    option.instead(),
                    option.reason(),
                    lines);
        }

        private static Map<String, Integer> lines(Explanation.Part part, int index) {
            Map<String, Integer> lines = new LinkedHashMap<>();
            part.places()
                    .keySet()
                    .forEach(node -> part.line(node, index).ifPresent(location -> lines.put(node, location.line())));
            return lines;
        }
    }

    /**
     * A line, and why it is there, or is not.
     *
     * @param template that has it, perhaps an ancestor; null if only an override has it
     * @param override its path, where one decides; null if none does
     * @param instead what the template would have said
     * @param reason all of it in one line, for people
     * @param lines its number in the file, by node; empty where it does not stand there so
     */
    record ExplainedOptionBody(
            String name,
            String value,
            @Nullable String template,
            List<FieldOriginBody> fields,
            @Nullable String override,
            List<String> instead,
            String reason,
            Map<String, Integer> lines) {}

    /**
     * What a field holds, and why.
     *
     * @param source {@code given}, {@code choice}, {@code default} or {@code none}
     * @param from the choice, as {@code field=value}, or the id of the template; null if neither says it
     */
    record FieldOriginBody(
            String field,
            String value,
            String source,
            @Nullable String from) {}

    /**
     * Where a section stands on a node.
     *
     * @param state {@code there}, {@code different}, {@code missing} or {@code unknown}
     * @param file its name, without the directory; null unless it is there
     * @param line of the header; null unless it is there
     */
    record PlaceBody(
            String node,
            String state,
            @Nullable String file,
            @Nullable Integer line) {

        static PlaceBody of(String node, SectionPlace place) {
            // Where the files lie is the machine's business.
            String file = Optional.ofNullable(place.header())
                    .map(header -> Path.of(header.file()).getFileName())
                    .map(Path::toString)
                    .orElse(null);
            Integer line = place.header() == null ? null : place.header().line();
            return new PlaceBody(node, lower(place.state()), file, line);
        }
    }

    static ExplanationBody of(Explanation explanation) {
        return new ExplanationBody(
                true,
                explanation.name(),
                explanation.template(),
                explanation.active(),
                explanation.parts().stream().map(ExplainedSectionBody::of).toList());
    }

    private static List<FieldOriginBody> fields(List<FieldOrigin> fields) {
        return fields.stream()
                .map(field -> new FieldOriginBody(
                        field.field(),
                        field.value(),
                        lower(field.source()),
                        field.from().isEmpty() ? null : field.from()))
                .toList();
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
