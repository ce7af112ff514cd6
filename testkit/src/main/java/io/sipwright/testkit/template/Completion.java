package io.sipwright.testkit.template;

import io.sipwright.template.FieldProblem;
import io.sipwright.template.FieldType;
import io.sipwright.template.FieldValue;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.TemplateField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes valid values out of a few that are wanted, with as little else as possible. What a template requires, and under
 * which conditions, is found out by asking it: so it works for any template.
 *
 * <p>Wanted is a value for each of some fields, or that a field is left empty.
 */
final class Completion<S extends ObjectSpec> {

    private final SpecForm<S> form;
    private final Predicate<S> accepted;
    private final Map<String, FieldSamples> samples = new LinkedHashMap<>();
    private final List<String> digests;

    /**
     * For specs of a form.
     *
     * @param accepted what must hold of a spec besides that its template finds nothing wrong with its fields
     */
    Completion(SpecForm<S> form, int shortestSecret, Predicate<S> accepted) {
        this.form = form;
        this.accepted = accepted;
        List<TemplateField> fields = form.template().fields();
        fields.forEach(field -> samples.put(field.name(), FieldSamples.of(field, shortestSecret)));
        digests = fields.stream()
                .filter(field -> field.type() == FieldType.DIGEST)
                .map(TemplateField::name)
                .toList();
    }

    FieldSamples samples(TemplateField field) {
        return Objects.requireNonNull(samples.get(field.name()), field.name());
    }

    /** Digests of one password, which go together. */
    List<String> digests() {
        return digests;
    }

    /** All ways to set a field that may matter to others: a choice, a value, nothing. */
    List<Optional<FieldValue>> levels(TemplateField field) {
        List<Optional<FieldValue>> levels = new ArrayList<>();
        switch (field.type()) {
            case CHOICE -> field.choices().keySet().forEach(choice -> levels.add(Optional.of(FieldValue.of(choice))));
            case BOOLEAN -> {
                levels.add(Optional.of(FieldValue.of("yes")));
                levels.add(Optional.of(FieldValue.of("no")));
            }
            default -> {
                levels.add(Optional.of(samples(field).usual()));
                if (!field.isAlwaysRequired() || field.defaultText().isPresent()) {
                    levels.add(Optional.empty());
                }
            }
        }
        return levels;
    }

    /** What was wanted, and what a template requires then; empty when the rest of the fields can't make it valid. */
    Optional<Map<String, FieldValue>> filled(Map<String, Optional<FieldValue>> wanted) {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        wanted.forEach((name, value) -> value.ifPresent(given -> values.put(name, given)));
        if (digests.stream().anyMatch(values::containsKey)) {
            digests.stream().filter(name -> !wanted.containsKey(name)).forEach(name -> put(values, name));
        }
        while (true) {
            S spec = form.make("sample", values);
            Map<String, FieldProblem> problems = form.template().check(spec);
            if (problems.isEmpty()) {
                return accepted.test(spec) ? Optional.of(values) : Optional.empty();
            }
            for (Map.Entry<String, FieldProblem> problem : problems.entrySet()) {
                boolean missing = problem.getValue().code().startsWith("field.required");
                if (!missing || wanted.containsKey(problem.getKey()) || !put(values, problem.getKey())) {
                    return Optional.empty();
                }
            }
        }
    }

    /** Whether it was not there before. */
    private boolean put(Map<String, FieldValue> values, String field) {
        FieldSamples known = samples.get(field);
        return known != null && values.putIfAbsent(field, known.usual()) == null;
    }

    /** The same, with so many other fields set in whatever way makes it valid. */
    Optional<Map<String, FieldValue>> complete(Map<String, Optional<FieldValue>> wanted, int others) {
        Optional<Map<String, FieldValue>> filled = filled(wanted);
        for (int depth = 1; filled.isEmpty() && depth <= others; depth++) {
            filled = search(wanted, depth, 0);
        }
        return filled;
    }

    private Optional<Map<String, FieldValue>> search(Map<String, Optional<FieldValue>> wanted, int depth, int from) {
        if (depth == 0) {
            return filled(wanted);
        }
        List<TemplateField> fields = form.template().fields();
        for (int i = from; i < fields.size(); i++) {
            TemplateField field = fields.get(i);
            if (wanted.containsKey(field.name())) {
                continue;
            }
            for (Optional<FieldValue> level : levels(field)) {
                Map<String, Optional<FieldValue>> more = new LinkedHashMap<>(wanted);
                more.put(field.name(), level);
                Optional<Map<String, FieldValue>> found = search(more, depth - 1, i + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
