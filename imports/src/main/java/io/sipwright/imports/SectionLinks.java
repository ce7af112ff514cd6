package io.sipwright.imports;

import java.util.Map;

/** Which options name other sections, by the type of the section that has them: the option, and the type it names. */
final class SectionLinks {

    private static final Map<String, Map<String, String>> LINKS = Map.of(
            "endpoint", Map.of("auth", "auth", "outbound_auth", "auth", "aors", "aor"),
            "registration", Map.of("outbound_auth", "auth", "endpoint", "endpoint"),
            "identify", Map.of("endpoint", "endpoint"));

    private SectionLinks() {}

    static Map<String, String> of(Located section) {
        return LINKS.getOrDefault(section.type(), Map.of());
    }
}
