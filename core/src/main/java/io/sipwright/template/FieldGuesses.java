package io.sipwright.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.OptionType;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.SectionType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Guesses from existing sections what may have been filled into the fields of one template. Only guesses: whoever uses them
 * compares what comes of them. Immutable and thread-safe.
 */
final class FieldGuesses {

    private static final int MOST = 8; // of one field

    private final TemplateBody body;
    private final Map<String, List<Reading>> byRole = new HashMap<>();
    private final Map<String, List<ReversePattern>> defaults = new LinkedHashMap<>();

    /** How to read one option of a role, and what it holds where it does not stand. */
    private record Reading(String option, String usual, List<ReversePattern> patterns) {}

    FieldGuesses(TemplateBody body, AsteriskVersion version) {
        this.body = body;
        for (SectionTemplate section : body.sections()) {
            Optional<SectionType> type = PjsipSchema.of(version).type(section.type());
            List<Reading> readings = new ArrayList<>();
            for (OptionTemplate option : section.options()) {
                List<ReversePattern> patterns = option.alternatives().stream()
                        .map(alternative -> alternative.patterns.get(version))
                        .filter(Objects::nonNull)
                        .flatMap(pattern -> ReversePattern.of(pattern, body).stream())
                        .toList();
                if (!patterns.isEmpty()) {
                    String usual = type.flatMap(known -> known.option(option.name()))
                            .map(OptionType::defaultValue)
                            .orElse("");
                    readings.add(new Reading(option.name(), usual, patterns));
                }
            }
            byRole.put(section.role(), readings);
        }
        List<TemplateField> backwards = new ArrayList<>(body.resolutionOrder());
        Collections.reverse(backwards);
        for (TemplateField field : backwards) {
            defaults.put(
                    field.name(),
                    body.defaults().getOrDefault(field.name(), List.of()).stream()
                            .flatMap(alternative -> ReversePattern.of(alternative.pattern(), body).stream())
                            .toList());
        }
    }

    /** What one field may hold, the likeliest first. */
    Map<String, List<FieldValue>> of(String name, SourceSections source) {
        Map<String, Set<FieldValue>> guesses = new HashMap<>();
        for (SectionTemplate section : body.sections()) {
            List<SourceSections.Part> parts = source.parts(section);
            Set<String> items = new LinkedHashSet<>();
            for (SourceSections.Part part : parts) {
                read(name, section, part, guesses, items);
            }
            if (section.each() != null && !items.isEmpty()) {
                add(section.each(), FieldValue.of(List.copyOf(items)), guesses);
            }
        }
        followDefaults(guesses);
        for (TemplateField field : body.fields().values()) {
            if (body.required().containsKey(field.name()) && !guesses.containsKey(field.name()) && !field.isSecret()) {
                add(field.name(), FieldValue.of(name), guesses);
            }
        }
        Map<String, List<FieldValue>> sorted = new HashMap<>();
        guesses.forEach(
                (field, values) -> sorted.put(field, values.stream().limit(MOST).toList()));
        return sorted;
    }

    private void read(
            String name,
            SectionTemplate section,
            SourceSections.Part part,
            Map<String, Set<FieldValue>> guesses,
            Set<String> items) {
        for (Reading reading : Objects.requireNonNull(byRole.get(section.role()))) {
            Map<String, List<String>> lists = new HashMap<>();
            for (String value : values(part, reading)) {
                for (ReversePattern pattern : reading.patterns) {
                    Map<String, String> found = pattern.read(value);
                    String ownName = found.get(FieldResolver.NAME);
                    if (ownName != null && !ownName.equals(name)) {
                        continue;
                    }
                    String item = found.get(SectionTemplate.ITEM);
                    if (item != null && mayBeItem(section.each(), item)) {
                        items.add(item);
                    }
                    found.forEach((field, text) -> lists.computeIfAbsent(field, key -> new ArrayList<>())
                            .add(text));
                }
            }
            lists.forEach((field, texts) -> addLists(field, texts, guesses));
            lists.forEach((field, texts) ->
                    texts.stream().limit(MOST).forEach(text -> add(field, FieldValue.of(text), guesses)));
        }
    }

    /** Other patterns take more for the item than belongs to it, and would spoil the whole list. */
    private boolean mayBeItem(@Nullable String list, String item) {
        TemplateField field = list == null ? null : body.field(list);
        return field != null
                && FieldCheck.problem(field, FieldCheck.normalize(field, FieldValue.of(List.of(item))))
                        .isEmpty();
    }

    private static Collection<String> values(SourceSections.Part part, Reading reading) {
        Set<String> values = new LinkedHashSet<>(part.options().getOrDefault(reading.option, List.of()));
        if (!reading.option.equals("allow")) {
            values.addAll(part.section().all(reading.option)); // as it was spelled
        }
        return values.isEmpty() && !reading.usual.isEmpty() ? List.of(reading.usual) : values;
    }

    /** Several lines may be one list, or one value and a list of further ones. */
    private void addLists(String name, List<String> texts, Map<String, Set<FieldValue>> guesses) {
        TemplateField field = body.field(name);
        List<String> distinct = List.copyOf(new LinkedHashSet<>(texts));
        if (field != null && field.type().isList() && distinct.size() > 1) {
            add(name, FieldValue.of(distinct), guesses);
            add(name, FieldValue.of(distinct.subList(1, distinct.size())), guesses);
        }
    }

    private void add(@Nullable String name, FieldValue guess, Map<String, Set<FieldValue>> guesses) {
        TemplateField field = name == null ? null : body.field(name);
        if (field == null) {
            return;
        }
        FieldValue value = FieldCheck.normalize(field, guess);
        if (FieldCheck.problem(field, value).isEmpty()) {
            guesses.computeIfAbsent(field.name(), key -> new LinkedHashSet<>()).add(value);
        }
    }

    /** What a field holds that is another one's by default, that other one may hold. */
    private void followDefaults(Map<String, Set<FieldValue>> guesses) {
        defaults.forEach((field, patterns) -> {
            for (FieldValue value : List.copyOf(guesses.getOrDefault(field, Set.of()))) {
                String text = value.items().isEmpty() ? "" : value.items().get(0);
                patterns.forEach(pattern ->
                        pattern.read(text).forEach((source, found) -> add(source, FieldValue.of(found), guesses)));
            }
        });
    }
}
