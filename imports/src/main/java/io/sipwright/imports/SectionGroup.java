package io.sipwright.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sections that belong together, because one refers to another: mostly an endpoint and what it needs. */
final class SectionGroup {

    private final List<Located> sections = new ArrayList<>();

    void add(Located section) {
        sections.add(section);
    }

    /** In the order of the files. */
    List<Located> sections() {
        return sections;
    }

    List<Located> of(String type) {
        return sections.stream().filter(section -> section.type().equals(type)).toList();
    }

    boolean has(String type) {
        return sections.stream().anyMatch(section -> section.type().equals(type));
    }

    /** What its endpoint refers to, and no section is: the option, and the name. */
    List<Map.Entry<String, String>> missing() {
        List<Map.Entry<String, String>> missing = new ArrayList<>();
        for (Located section : sections) {
            SectionLinks.of(section)
                    .forEach((option, type) -> section.references(option).stream()
                            .filter(name -> of(type).stream()
                                    .noneMatch(other -> other.name().equals(name)))
                            .forEach(name -> missing.add(Map.entry(option, name))));
        }
        return missing;
    }
}
