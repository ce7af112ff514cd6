package io.sipwright.testkit.template;

import io.sipwright.template.FieldType;
import io.sipwright.template.FieldValue;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.OptionOverride;
import io.sipwright.validation.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts drawn values together. It begins with few that are valid, and adds those that leave the whole valid: so nearly all
 * that is put together is valid, and next to nothing has to be thrown away.
 */
final class Assembly<S extends ObjectSpec> {

    private final SpecForm<S> form;
    private final SpecJudge judge;
    private final Completion<S> completion;
    private final Goals goals;

    /**
     * For specs of a form.
     *
     * @throws IllegalArgumentException if there is nothing that the template accepts; the message says why
     */
    Assembly(SpecForm<S> form, SpecJudge judge, int shortestSecret) {
        this.form = form;
        this.judge = judge;
        completion = new Completion<>(
                form, shortestSecret, spec -> judge.violations(form, spec).isEmpty());
        goals = Goals.of(form, completion);
        if (goals.least().isEmpty()) {
            throw new IllegalArgumentException("No valid values were found for the template "
                    + form.template().id() + "; " + Unfillable.why(form, judge, shortestSecret));
        }
    }

    SpecForm<S> form() {
        return form;
    }

    Goals goals() {
        return goals;
    }

    /** A valid spec with most of what was drawn; empty when its name stands in a password, or the like. */
    Optional<S> put(
            String name,
            Map<String, FieldValue> goal,
            Map<String, FieldValue> drawn,
            List<OptionOverride> overrides,
            boolean active) {
        Map<String, Optional<FieldValue>> wanted = new LinkedHashMap<>();
        goal.forEach((field, value) -> wanted.put(field, Optional.of(value)));
        drawn.forEach((field, value) -> {
            if (!isChosen(field, goal)) {
                wanted.put(field, Optional.of(value));
            }
        });
        Map<String, FieldValue> values = completion.filled(wanted).orElseGet(() -> oneByOne(goal, drawn));
        S spec = form.named(form.make("sample", values), name, active);
        for (OptionOverride override : overrides) {
            S more = form.with(spec, override);
            spec = judge.violations(form, more).isEmpty() ? more : spec;
        }
        List<Violation> violations = judge.violations(form, spec);
        if (violations.isEmpty()) {
            return Optional.of(spec);
        }
        S least = form.named(form.make("sample", goal), name, active);
        return judge.violations(form, least).isEmpty() ? Optional.of(least) : Optional.empty();
    }

    /** Whether a value is what the goal is about, so that nothing may take its place. */
    private boolean isChosen(String field, Map<String, FieldValue> goal) {
        return goal.containsKey(field)
                && form.template()
                        .field(field)
                        .filter(known -> known.type() == FieldType.CHOICE || known.type() == FieldType.BOOLEAN)
                        .isPresent();
    }

    private Map<String, FieldValue> oneByOne(Map<String, FieldValue> goal, Map<String, FieldValue> drawn) {
        Map<String, Optional<FieldValue>> settings = new LinkedHashMap<>();
        goal.forEach((field, value) -> settings.put(field, Optional.of(value)));
        Map<String, FieldValue> values = goal;
        for (Map.Entry<String, FieldValue> one : drawn.entrySet()) {
            if (isChosen(one.getKey(), goal)) {
                continue;
            }
            Optional<FieldValue> before = settings.getOrDefault(one.getKey(), Optional.empty());
            boolean there = settings.containsKey(one.getKey());
            settings.put(one.getKey(), Optional.of(one.getValue()));
            Optional<Map<String, FieldValue>> more = completion.filled(settings);
            if (more.isPresent()) {
                values = more.get();
            } else if (there) {
                settings.put(one.getKey(), before);
            } else {
                settings.remove(one.getKey());
            }
        }
        return values;
    }
}
