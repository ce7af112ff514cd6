package io.sipwright.testkit.template;

import io.sipwright.template.FieldType;
import io.sipwright.template.FieldValue;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.TemplateField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values in which every two settings of every two fields stand together at least once, where they can: each choice, each
 * other field filled in and left empty.
 */
final class Pairs<S extends ObjectSpec> {

    private final Completion<S> completion;
    private final Map<String, List<Optional<FieldValue>>> levels = new LinkedHashMap<>();
    private final Set<Pair> open = new LinkedHashSet<>();

    /** Two settings; the value of a field that is left empty is empty. */
    private record Pair(String first, String firstValue, String second, String secondValue) {

        static Pair of(String a, Optional<FieldValue> aValue, String b, Optional<FieldValue> bValue) {
            return a.compareTo(b) < 0
                    ? new Pair(a, text(aValue), b, text(bValue))
                    : new Pair(b, text(bValue), a, text(aValue));
        }

        private static String text(Optional<FieldValue> value) {
            return value.map(FieldValue::text).orElse("");
        }
    }

    Pairs(SpecForm<S> form, Completion<S> completion) {
        this.completion = completion;
        boolean digested = false;
        for (TemplateField field : form.template().fields()) {
            if (field.type() == FieldType.DIGEST) {
                if (digested) {
                    continue; // all of them go together
                }
                digested = true;
            }
            levels.put(field.name(), completion.levels(field));
        }
    }

    List<Map<String, FieldValue>> values() {
        List<String> names = List.copyOf(levels.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                for (Optional<FieldValue> a : of(names.get(i))) {
                    for (Optional<FieldValue> b : of(names.get(j))) {
                        open.add(Pair.of(names.get(i), a, names.get(j), b));
                    }
                }
            }
        }
        List<Map<String, FieldValue>> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                for (Optional<FieldValue> a : of(names.get(i))) {
                    for (Optional<FieldValue> b : of(names.get(j))) {
                        if (open.contains(Pair.of(names.get(i), a, names.get(j), b))) {
                            row(names.get(i), a, names.get(j), b).ifPresent(rows::add);
                        }
                    }
                }
            }
        }
        return rows;
    }

    private List<Optional<FieldValue>> of(String name) {
        return levels.getOrDefault(name, List.of());
    }

    /** Begins with two settings, and adds of each other field the one that shows most that is new. */
    private Optional<Map<String, FieldValue>> row(
            String first, Optional<FieldValue> a, String second, Optional<FieldValue> b) {
        Map<String, Optional<FieldValue>> settings = new LinkedHashMap<>();
        settings.put(first, a);
        settings.put(second, b);
        Optional<Map<String, FieldValue>> start = completion.complete(settings, 1);
        open.remove(Pair.of(first, a, second, b)); // or it can't be
        if (start.isEmpty()) {
            return Optional.empty();
        }
        Map<String, FieldValue> values = start.get();
        if (completion.filled(settings).isEmpty()) { // another field had to be set
            values.forEach((name, value) -> settings.putIfAbsent(name, Optional.of(value)));
        }
        for (String name : levels.keySet()) {
            if (settings.containsKey(name)) {
                continue;
            }
            List<Optional<FieldValue>> byGain = new ArrayList<>(of(name));
            byGain.sort(Collections.reverseOrder(Comparator.comparingLong(level -> gain(settings, name, level))));
            for (Optional<FieldValue> level : byGain) {
                settings.put(name, level);
                Optional<Map<String, FieldValue>> more = completion.filled(settings);
                if (more.isPresent()) {
                    values = more.get();
                    break;
                }
                settings.remove(name);
            }
        }
        shown(settings);
        return Optional.of(values);
    }

    private long gain(Map<String, Optional<FieldValue>> settings, String name, Optional<FieldValue> level) {
        return settings.entrySet().stream()
                .filter(other -> open.contains(Pair.of(other.getKey(), other.getValue(), name, level)))
                .count();
    }

    private void shown(Map<String, Optional<FieldValue>> settings) {
        settings.forEach((a, aValue) -> settings.forEach((b, bValue) -> open.remove(Pair.of(a, aValue, b, bValue))));
    }
}
