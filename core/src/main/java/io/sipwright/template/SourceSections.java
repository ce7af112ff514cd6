package io.sipwright.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.EffectiveOptions;
import io.sipwright.pjsip.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Existing sections of one object, dealt to the roles of a template: of each type, the first to the first role of that type,
 * and so on; the rest to the role that makes a section for each item of a list.
 */
final class SourceSections {

    /** What the options of a section refer to: a section of this type, or several. */
    private static final Map<String, String> REFERENCES =
            Map.of("auth", "auth", "outbound_auth", "auth", "aors", "aor", "endpoint", "endpoint");

    /**
     * An existing section.
     *
     * @param section as it stands
     * @param own its effective options
     * @param options the same, with references to sections by the names that the template would give these
     */
    record Part(Section section, Map<String, List<String>> own, Map<String, List<String>> options) {}

    private final Map<String, List<Part>> byRole = new LinkedHashMap<>();
    private final Map<String, List<String>> ownNames = new LinkedHashMap<>();
    private int left;

    SourceSections(String name, List<Section> sections, Template template, AsteriskVersion version) {
        Map<String, List<Section>> byType = sections.stream()
                .collect(Collectors.groupingBy(
                        section -> section.type().orElse(""), LinkedHashMap::new, Collectors.toList()));
        Map<String, Map<String, String>> usualNames = new HashMap<>(); // by type and name
        Map<String, List<Section>> dealt = new LinkedHashMap<>();
        for (SectionTemplate role : template.body().sections()) {
            List<Section> ofType = byType.getOrDefault(role.type(), List.of());
            int count = role.each() == null ? Math.min(1, ofType.size()) : ofType.size();
            dealt.put(role.role(), List.copyOf(ofType.subList(0, count)));
            byType.put(role.type(), ofType.subList(count, ofType.size()));
            List<String> own =
                    ofType.subList(0, count).stream().map(Section::name).toList();
            List<String> usual = IntStream.range(role.each() == null ? 1 : 2, count + (role.each() == null ? 1 : 2))
                    .mapToObj(number -> template.kind().sectionName(name, role.role(), number))
                    .toList();
            if (!own.equals(usual)) {
                ownNames.put(role.role(), own);
            }
            if (role.each() == null && count == 1) {
                usualNames.computeIfAbsent(role.type(), type -> new HashMap<>()).put(own.get(0), usual.get(0));
            }
        }
        dealt.forEach((role, parts) -> byRole.put(
                role,
                parts.stream()
                        .map(section -> {
                            Map<String, List<String>> own =
                                    EffectiveOptions.of(section, version).values();
                            return new Part(section, own, usual(own, usualNames));
                        })
                        .toList()));
        left = byType.values().stream().mapToInt(List::size).sum();
    }

    private static Map<String, List<String>> usual(
            Map<String, List<String>> own, Map<String, Map<String, String>> usualNames) {
        Map<String, List<String>> options = new HashMap<>(own);
        REFERENCES.forEach((option, type) -> options.computeIfPresent(
                option,
                (name, values) -> values.stream()
                        .map(value -> Arrays.stream(value.split(",", -1))
                                .map(one ->
                                        usualNames.getOrDefault(type, Map.of()).getOrDefault(one, one))
                                .collect(Collectors.joining(",")))
                        .toList()));
        return options;
    }

    List<Part> parts(SectionTemplate role) {
        return parts(role.role());
    }

    List<Part> parts(String role) {
        return byRole.getOrDefault(role, List.of());
    }

    /** How many sections the template has no role for. */
    int left() {
        return left;
    }

    /** Overrides for sections that are not called as the template would call them. */
    List<OptionOverride> names() {
        List<OptionOverride> overrides = new ArrayList<>();
        ownNames.forEach((role, own) -> overrides.add(new OptionOverride(role, OptionOverride.NAME, own)));
        return overrides;
    }
}
