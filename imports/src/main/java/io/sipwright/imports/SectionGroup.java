package io.sipwright.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sections that belong together, because one refers to another: mostly an endpoint and what it needs. */
final class SectionGroup {

    private static final int FEW = 8;

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

    /** Names for a sentence: the first few, and how many more there are. */
    static String few(List<String> names) {
        int more = names.size() - FEW;
        return more <= 0
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, FEW)) + " and " + more + " more";
    }

    /** What its endpoint refers to, and no section is: the option, and the name. */
    List<Map.Entry<String, String>> missing() {
        List<Map.Entry<String, String>> missing = new ArrayList<>();
        Map<String, Set<String>> present = new HashMap<>();
        sections.forEach(section ->
                present.computeIfAbsent(section.type(), type -> new HashSet<>()).add(section.name()));
        for (Located section : sections) {
            SectionLinks.of(section)
                    .forEach((option, type) -> section.references(option).stream()
                            .filter(name ->
                                    !present.getOrDefault(type, Set.of()).contains(name))
                            .forEach(name -> missing.add(Map.entry(option, name))));
        }
        return missing;
    }
}
