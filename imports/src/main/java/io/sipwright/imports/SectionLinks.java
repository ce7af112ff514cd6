package io.sipwright.imports;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which options name other sections, by the type of the section that has them: the option, and the type it names. */
final class SectionLinks {

    private static final Map<String, Map<String, String>> LINKS = Map.of(
            "endpoint", Map.of("auth", "auth", "outbound_auth", "auth", "aors", "aor"),
            "registration", Map.of("outbound_auth", "auth", "endpoint", "endpoint"),
            "identify", Map.of("endpoint", "endpoint"));

    private SectionLinks() {}

    /** Sorted, so that a report is the same each time. */
    static SortedMap<String, String> of(Located section) {
        return new TreeMap<>(LINKS.getOrDefault(section.type(), Map.of()));
    }
}
