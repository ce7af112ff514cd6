package io.sipwright.template;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipText;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.SectionEntry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives sections the names that overrides say, and lets what refers to them in the same object follow. */
final class SectionNaming {

    private static final SectionNaming NONE = new SectionNaming(Map.of(), List.of());

    /** By type of a section, and option: the type of the sections that its value names. */
    private static final Map<String, Map<String, String>> REFERENCES = Map.of(
            "endpoint", Map.of("auth", "auth", "outbound_auth", "auth", "aors", "aor"),
            "registration", Map.of("outbound_auth", "auth", "endpoint", "endpoint"),
            "identify", Map.of("endpoint", "endpoint"));

    /** What ends a name in a list of references, or in the function by which Asterisk is asked for an object. */
    private static final String SEPARATORS = ",;\"\\()[]";

    /** One name for each section of a role. */
    private final Map<String, List<String>> namesByRole;

    private final List<OptionOverride> overrides;

    private SectionNaming(Map<String, List<String>> namesByRole, List<OptionOverride> overrides) {
        this.namesByRole = namesByRole;
        this.overrides = overrides;
    }

    /** What overrides say of the sections of an object. */
    static SectionNaming of(ObjectSpec spec, TemplateBody body) {
        Map<String, List<String>> names = null; // most objects name none, and millions of sections are filled
        for (OptionOverride override : spec.overrides()) {
            if (override.isName() && (override.values().size() == 1 || isEach(override.section(), body))) {
                names = names == null ? new HashMap<>() : names;
                names.put(override.section(), override.values());
            }
        }
        return names == null ? NONE : new SectionNaming(names, spec.overrides());
    }

    /** The names in overrides that differ from the object's own, each once. */
    static Set<String> explicit(String own, List<OptionOverride> overrides) {
        Map<String, String> names = new LinkedHashMap<>();
        for (OptionOverride override : overrides) {
            if (override.isName()) {
                override.values().forEach(name -> names.putIfAbsent(key(name), name));
            }
        }
        names.remove(key(own));
        return new LinkedHashSet<>(names.values());
    }

    static Optional<FieldProblem> problem(OptionOverride override, TemplateBody body) {
        boolean single = override.values().size() == 1;
        if (!single && (override.values().isEmpty() || !isEach(override.section(), body))) {
            return Optional.of(FieldProblem.of("override.name_single"));
        }
        return override.values().stream().allMatch(SectionNaming::isName)
                ? Optional.empty()
                : Optional.of(FieldProblem.of("override.name_form"));
    }

    private static boolean isName(String name) {
        return PjsipText.refuseSectionName(name).isEmpty()
                && FieldCheck.unprintable(name).isEmpty()
                && name.chars().noneMatch(c -> SEPARATORS.indexOf(c) >= 0);
    }

    private static boolean isEach(String role, TemplateBody body) {
        return body.sections().stream().anyMatch(section -> section.role().equals(role) && section.each() != null);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * The name of a section.
     *
     * @param number of the section among those of its role, from 0 on
     */
    String name(String role, int number, String usual) {
        List<String> names = namesByRole.getOrDefault(role, List.of());
        return number < names.size() ? names.get(number) : usual;
    }

    /** Sections with their own names in place of the usual ones. */
    List<FilledSection> apply(List<FilledSection> sections) {
        if (namesByRole.isEmpty()) {
            return sections;
        }
        Map<String, String> renamed = renamed(sections);
        Map<String, Integer> numbers = new HashMap<>();
        return sections.stream()
                .map(filled -> new FilledSection(
                        filled.role(),
                        new Section(
                                name(
                                        filled.role(),
                                        numbers.merge(filled.role(), 1, Integer::sum) - 1,
                                        filled.section().name()),
                                filled.section().entries().stream()
                                        .map(entry -> referring(filled, entry, renamed))
                                        .toList())))
                .toList();
    }

    /** Names by type and usual name; without those that another section of the type still bears. */
    private Map<String, String> renamed(List<FilledSection> sections) {
        Map<String, String> renamed = new HashMap<>();
        Set<String> kept = new HashSet<>();
        for (FilledSection filled : sections) {
            String usual = typed(type(filled), filled.section().name());
            List<String> names = namesByRole.get(filled.role());
            if (names == null) {
                kept.add(usual);
            } else if (names.size() == 1) { // of several, none is what anything refers to
                renamed.putIfAbsent(usual, names.get(0));
            }
        }
        renamed.keySet().removeAll(kept);
        return renamed;
    }

    private static String type(FilledSection filled) {
        return filled.section().type().orElse("");
    }

    private static String typed(String type, String name) {
        return type + " " + name;
    }

    private SectionEntry referring(FilledSection filled, SectionEntry entry, Map<String, String> renamed) {
        if (!(entry instanceof Option option)) {
            return entry;
        }
        String type = REFERENCES
                .getOrDefault(type(filled), Map.of())
                .get(option.name().toLowerCase(Locale.ROOT));
        if (type == null || isOverridden(filled.role(), option)) {
            return option;
        }
        List<String> names =
                Arrays.stream(option.value().split(",", -1)).map(String::strip).toList();
        return names.stream().noneMatch(name -> renamed.containsKey(typed(type, name)))
                ? option
                : new Option(
                        option.name(),
                        names.stream()
                                .map(name -> renamed.getOrDefault(typed(type, name), name))
                                .collect(Collectors.joining(",")));
    }

    /** Who sets a reference by hand means it. */
    private boolean isOverridden(String role, Option option) {
        return overrides.stream()
                .anyMatch(override ->
                        override.section().equals(role) && override.option().equalsIgnoreCase(option.name()));
    }
}
