package io.sipwright.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Section;
import io.sipwright.trunk.TrunkSpec;
import java.util.List;
import java.util.Map;

/** The sections that a trunk of a shipped carrier has in Asterisk 22. */
record Rendered(List<Section> sections) {

    /** With what the carrier asks for, and some fields more. */
    static Rendered of(String provider, Map<String, String> fields) {
        return of(Samples.trunk("t", provider, fields));
    }

    static Rendered of(TrunkSpec trunk) {
        return new Rendered(
                Samples.SHIPPED.provider(trunk.provider()).orElseThrow().fill(trunk, AsteriskVersion.V22).stream()
                        .map(FilledSection::section)
                        .toList());
    }

    static Rendered of(String provider) {
        return of(provider, Map.of());
    }

    List<String> types() {
        return sections.stream().map(section -> section.type().orElseThrow()).toList();
    }

    /** The first section of a type. */
    Section section(String type) {
        return sections.stream()
                .filter(section -> section.type().orElseThrow().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** All values of an option of the first section of a type. */
    List<String> values(String type, String option) {
        return section(type).all(option);
    }

    /** The sections of a type, by name. */
    Section named(String name, String type) {
        return sections.stream()
                .filter(section -> section.name().equals(name)
                        && section.type().orElseThrow().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
