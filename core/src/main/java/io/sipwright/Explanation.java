package io.sipwright;

import io.sipwright.pjsip.Location;
import io.sipwright.target.SectionPlace;
import io.sipwright.template.ExplainedOption;
import io.sipwright.template.ExplainedSection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Of each line of an object: which template, field or override it comes from, and where it stands. Shows no secret.
 *
 * @param name of the object
 * @param template id of its template
 * @param active whether it is rendered at all; one that is not is explained as if it were
 * @param parts its sections in order
 */
public record Explanation(String name, String template, boolean active, List<Part> parts) {

    public Explanation {
        Objects.requireNonNull(name, "name");
        parts = List.copyOf(parts);
    }

    /**
     * One section.
     *
     * @param section what it is made of
     * @param places where it stands, by the name of the node
     */
    public record Part(ExplainedSection section, Map<String, SectionPlace> places) {

        public Part {
            places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        }

        /**
         * Where an option stands on a node; empty if the section does not stand there as it should, or if that is not known.
         *
         * @param index of the option in the section
         */
        public Optional<Location> line(String node, int index) {
            Objects.checkIndex(index, section.options().size());
            SectionPlace place = places.get(node);
            return Optional.ofNullable(place)
                    .map(SectionPlace::header)
                    .map(header -> new Location(header.file(), header.line() + 1 + index));
        }
    }

    /** A table for people: each section, and below it each line, its reason, and its number in the file. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name + " (" + template + ")" + (active ? "" : ", not active") + "\n");
        for (Part part : parts) {
            ExplainedSection section = part.section;
            text.append("\n[").append(section.name()).append("] ").append(section.role());
            if (section.nameOverride() != null) {
                text.append(", named by override ").append(section.nameOverride());
            }
            section.fields().forEach(field -> text.append(", ").append(field));
            text.append('\n');
            part.places.forEach((node, place) ->
                    text.append("  on ").append(node).append(": ").append(shown(place)));
            int width = section.options().stream()
                    .mapToInt(option -> line(option).length())
                    .max()
                    .orElse(0);
            for (int i = 0; i < section.options().size(); i++) {
                ExplainedOption option = section.options().get(i);
                text.append(String.format(
                        Locale.ROOT, "  %6s  %-" + width + "s  %s%n", number(part, i), line(option), option.reason()));
            }
            section.removed()
                    .forEach(option -> text.append("       -  ")
                            .append(option.name())
                            .append(" removed: ")
                            .append(option.reason())
                            .append('\n'));
        }
        return text.toString();
    }

    private static String line(ExplainedOption option) {
        return option.name() + "=" + option.value();
    }

    private static String number(Part part, int index) {
        return part.places.keySet().stream()
                .flatMap(node -> part.line(node, index).stream())
                .map(location -> String.valueOf(location.line()))
                .findFirst()
                .orElse("");
    }

    private static String shown(SectionPlace place) {
        return switch (place.state()) {
            case THERE -> place.header() + "\n";
            case DIFFERENT -> "stands there otherwise: edited, or not applied yet\n";
            case MISSING -> "is not there\n";
            case UNKNOWN -> "not known\n";
        };
    }
}
