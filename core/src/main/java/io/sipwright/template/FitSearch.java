package io.sipwright.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.EffectiveOptions;
import io.sipwright.pjsip.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Looks for the values of one template's fields that say what existing sections say: changes one field at a time, and keeps
 * what brings the rendering nearer, as long as something does. Every step renders and compares, so that the result is never
 * a guess; it may be longer than necessary, but not wrong.
 */
final class FitSearch {

    /** What an option that differs weighs, measured in fields that are given. */
    static final long DIFFERENCE = 10;

    private static final long HOPELESS = 1_000_000; // a section too many or too few, a value that is refused
    private static final int MOST_PASSES = 4;

    private final Template template;
    private final AsteriskVersion version;
    private final String name;
    private final SourceSections source;
    private final Map<String, List<FieldValue>> guesses;
    private final Map<Map<String, FieldValue>, Long> weights = new HashMap<>();

    FitSearch(
            Template template,
            AsteriskVersion version,
            String name,
            SourceSections source,
            Map<String, List<FieldValue>> guesses) {
        this.template = template;
        this.version = version;
        this.name = name;
        this.source = source;
        this.guesses = guesses;
    }

    /** The best that was found; empty when the template can't say it. */
    Optional<TemplateFit> search() {
        Map<String, FieldValue> given = new LinkedHashMap<>();
        for (TemplateField field : template.body().resolutionOrder()) {
            List<FieldValue> values = guesses.getOrDefault(field.name(), List.of());
            if (!isChoice(field) && !values.isEmpty()) {
                given.put(field.name(), values.get(0));
            }
        }
        long weight = weight(given);
        List<TemplateField> order = order();
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            long before = weight;
            for (TemplateField field : order) {
                weight = improve(field, given, weight);
            }
            if (weight == before) {
                break;
            }
        }
        return fit(given);
    }

    /**
     * The same from values that an object has: they stay, unless others say more of the sections.
     *
     * @return empty when the template can't say it
     */
    Optional<TemplateFit> searchFrom(Map<String, FieldValue> present) {
        Map<String, FieldValue> given = new LinkedHashMap<>(present);
        long weight = weight(given);
        for (TemplateField field : order()) {
            FieldValue before = given.get(field.name());
            FieldValue best = before;
            for (FieldValue value : candidates(field)) {
                given.put(field.name(), value);
                long now = weight(given);
                if (now <= weight - DIFFERENCE + 1) { // one field more may say what one override says
                    weight = now;
                    best = value;
                }
            }
            given.remove(field.name());
            if (best != null) {
                given.put(field.name(), best);
            }
        }
        return fit(given);
    }

    /** Choices first, which say what there is at all; then what others hold by default, before these. */
    private List<TemplateField> order() {
        List<TemplateField> order = new ArrayList<>();
        List<TemplateField> others = new ArrayList<>();
        template.body().resolutionOrder().forEach(field -> (isChoice(field) ? order : others).add(field));
        Collections.reverse(others);
        order.addAll(others);
        return order;
    }

    private static boolean isChoice(TemplateField field) {
        return field.type() == FieldType.BOOLEAN || !field.choices().isEmpty();
    }

    private long improve(TemplateField field, Map<String, FieldValue> given, long weight) {
        FieldValue best = given.get(field.name());
        long least = weight;
        for (FieldValue value : candidates(field)) {
            if (best != null && value.equals(best)) {
                continue;
            }
            given.put(field.name(), value);
            long now = weight(given);
            if (now < least) {
                least = now;
                best = value;
            }
        }
        given.remove(field.name());
        long without = weight(given);
        if (without <= least) {
            return without;
        }
        if (best != null) {
            given.put(field.name(), best);
        }
        return least;
    }

    private List<FieldValue> candidates(TemplateField field) {
        if (field.type() == FieldType.BOOLEAN) {
            return List.of(FieldValue.of("yes"), FieldValue.of("no"));
        }
        if (!field.choices().isEmpty()) {
            return field.choices().keySet().stream().map(FieldValue::of).toList();
        }
        return guesses.getOrDefault(field.name(), List.of());
    }

    /** Each pass asks again for most of what the one before asked for. */
    private long weight(Map<String, FieldValue> given) {
        Long known = weights.get(given);
        if (known == null) {
            known = weighed(given);
            weights.put(Map.copyOf(given), known);
        }
        return known;
    }

    private long weighed(Map<String, FieldValue> given) {
        Draft draft = draft(given, List.of());
        Differences differences = differences(draft);
        int problems = template.check(draft).size() + differences.sections;
        return HOPELESS * problems + DIFFERENCE * differences.overrides.size() + given.size();
    }

    /** The fit that comes of values, if a rendering with them is the same in the end. */
    Optional<TemplateFit> fit(Map<String, FieldValue> given) {
        Draft draft = draft(given, List.of());
        Differences differences = differences(draft);
        if (differences.sections > 0
                || source.left() > 0
                || !template.check(draft).isEmpty()) {
            return Optional.empty();
        }
        List<OptionOverride> overrides = new ArrayList<>(source.names());
        overrides.addAll(differences.overrides);
        return isSame(draft(given, overrides))
                ? Optional.of(new TemplateFit(template.id(), draft.fields(), overrides))
                : Optional.empty();
    }

    /** Whether an object makes the very sections: the same names, with the same effective options. */
    private boolean isSame(Draft draft) {
        Map<String, Integer> made = new HashMap<>();
        return template.fill(draft, version).stream().allMatch(filled -> {
            int number = made.merge(filled.role(), 1, Integer::sum);
            SourceSections.Part part = source.parts(filled.role()).get(number - 1);
            return filled.section().name().equals(part.section().name())
                    && EffectiveOptions.of(filled.section(), version).values().equals(part.own());
        });
    }

    /**
     * What keeps a rendering from being equal.
     *
     * @param sections how many are missing or too many
     * @param overrides that would make the others equal
     */
    private record Differences(int sections, List<OptionOverride> overrides) {}

    private Differences differences(Draft draft) {
        List<OptionOverride> overrides = new ArrayList<>();
        Map<String, Integer> made = new HashMap<>();
        int sections = 0;
        for (FilledSection filled : template.fill(draft, version)) {
            int number = made.merge(filled.role(), 1, Integer::sum);
            List<SourceSections.Part> parts = source.parts(filled.role());
            if (number > parts.size()) {
                sections++;
            } else {
                compare(filled, parts.get(number - 1), overrides);
            }
        }
        for (SectionTemplate role : template.body().sections()) {
            sections += Math.max(0, source.parts(role).size() - made.getOrDefault(role.role(), 0));
        }
        return new Differences(sections, overrides);
    }

    private void compare(FilledSection filled, SourceSections.Part part, List<OptionOverride> overrides) {
        Map<String, List<String>> wanted = part.options();
        Section section = filled.section();
        Map<String, List<String>> rendered =
                EffectiveOptions.of(section, version).values();
        TreeSet<String> names = new TreeSet<>(rendered.keySet());
        names.addAll(wanted.keySet());
        for (String option : names) {
            if (!Objects.equals(rendered.get(option), wanted.get(option))) {
                overrides.add(
                        new OptionOverride(filled.role(), option, part.own().getOrDefault(option, List.of())));
            }
        }
    }

    /** In the order of a form. */
    private Draft draft(Map<String, FieldValue> given, List<OptionOverride> overrides) {
        Map<String, FieldValue> sorted = new LinkedHashMap<>();
        template.body().fields().keySet().stream()
                .filter(given::containsKey)
                .forEach(field -> sorted.put(field, Objects.requireNonNull(given.get(field))));
        return new Draft(name, template.id(), FieldValues.of(sorted), overrides);
    }

    /** An object that is only tried. */
    private record Draft(String name, String templateId, FieldValues fields, List<OptionOverride> overrides)
            implements ObjectSpec {

        @Override
        public boolean active() {
            return true;
        }
    }
}
