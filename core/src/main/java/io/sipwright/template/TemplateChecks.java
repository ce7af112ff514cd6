package io.sipwright.template;

import io.sipwright.error.Suggestion;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What must hold between the parts of a template: known names, no field without use, options that Asterisk knows. */
final class TemplateChecks {

    private final TemplateBody body;
    private final TemplateReading reading;
    private final Set<String> used = new HashSet<>();

    /** Types of which each item is an item of its own. */
    private static final Set<FieldType> LISTS = EnumSet.of(FieldType.HOSTS, FieldType.HOST_NAMES, FieldType.NETWORKS);

    TemplateChecks(TemplateBody body, TemplateReading reading) {
        this.body = body;
        this.reading = reading;
    }

    void run() {
        used.add(ProviderTemplate.AUTH); // has a meaning of its own: how trunk and carrier recognise each other
        fields();
        lets();
        body.sections().forEach(this::section);
        body.fields().keySet().stream()
                .filter(field -> !used.contains(field))
                .filter(field -> !reading.isBroken("/fields/" + field) && !isBroken("/fields"))
                .forEach(
                        field -> reading.add(
                                Finding.incomplete(
                                        "/fields/" + field,
                                        "expected a use: no option, default or condition names it; null takes it away if it is inherited")));
        if (body.sections().isEmpty() && !reading.isBroken("/sections")) {
            reading.add(Finding.incomplete("/sections", "expected at least one section"));
        }
    }

    private void fields() {
        Set<String> known = new LinkedHashSet<>(body.fields().keySet());
        known.add(FieldResolver.NAME);
        body.fields().forEach((name, field) -> {
            String pointer = "/fields/" + name;
            alternatives(body.defaults().getOrDefault(name, List.of()), known, pointer + "/default");
            Condition required = body.required().get(name);
            if (required != null) {
                condition(required, known, pointer + "/required");
            }
            body.choiceConditions()
                    .getOrDefault(name, Map.of())
                    .forEach((choice, condition) -> condition(
                            condition, known, pointer + "/choices/" + TemplateReading.step(choice) + "/when"));
            field.choices()
                    .forEach((value, choice) ->
                            sets(choice, pointer + "/choices/" + TemplateReading.step(value) + "/set"));
            if (field.choices().values().stream()
                    .anyMatch(choice -> !choice.sets().isEmpty())) {
                used.add(name);
            }
        });
    }

    private void sets(TemplateField.Choice choice, String pointer) {
        choice.sets().forEach((name, value) -> {
            TemplateField target = body.field(name);
            if (target == null) {
                unknown(name, body.fields().keySet(), pointer + "/" + name, "");
            } else {
                new GivenCheck(reading).set(target, value, pointer + "/" + name);
            }
        });
    }

    private void lets() {
        Set<String> known = new LinkedHashSet<>(body.fields().keySet());
        known.add(FieldResolver.NAME);
        body.lets().forEach((name, alternatives) -> {
            alternatives(alternatives, known, "/let/" + name);
            if (!known.add(name)) {
                reading.add("/let/" + name, "expected a name that no field has");
            }
        });
    }

    private void alternatives(List<TemplateBody.Alternative> alternatives, Set<String> known, String pointer) {
        for (int i = 0; i < alternatives.size(); i++) {
            TemplateBody.Alternative alternative = alternatives.get(i);
            names(alternative.pattern().names(), known, reading.place(pointer, i, alternatives.size(), "/value"));
            condition(alternative.when(), known, reading.place(pointer, i, alternatives.size(), "/when"));
        }
    }

    private void section(SectionTemplate section) {
        String pointer = "/sections/" + section.role();
        Set<String> known = new TreeSet<>(body.fields().keySet());
        known.addAll(body.lets().keySet());
        known.add(FieldResolver.NAME);
        condition(section.when(), known, pointer + "/when");
        String each = section.each();
        if (each != null) {
            names(Set.of(each), known, pointer + "/each");
            TemplateField list = body.field(each);
            if (list != null && !LISTS.contains(list.type())) {
                reading.add(
                        pointer + "/each",
                        "expected a field of type hosts, host-names or networks; '" + each + "' is of type "
                                + list.type().jsonName(),
                        "/fields/" + each + "/type");
            }
            known.add(SectionTemplate.ITEM);
        }
        OptionChecks options = new OptionChecks(reading, section, pointer);
        options.type();
        for (OptionTemplate option : section.options()) {
            String place = pointer + "/options/" + TemplateReading.step(option.name());
            int count = option.alternatives().size();
            for (int i = 0; i < count; i++) {
                OptionTemplate.Alternative alternative = option.alternatives().get(i);
                condition(alternative.when, known, reading.place(place, i, count, "/when"));
                for (TextPattern pattern : new LinkedHashSet<>(alternative.patterns.values())) {
                    names(pattern.names(), known, OptionChecks.place(reading, place, i, count, alternative, pattern));
                }
            }
            options.check(option, place);
        }
    }

    /** A field of a condition, and the value that it is compared with. */
    private void condition(Condition condition, Set<String> known, String pointer) {
        names(condition.fields(), known, pointer);
        for (Condition.Term term : condition.terms()) {
            TemplateField field = body.field(term.field());
            String value = term.value();
            // What a parent asks for may be a choice that a child does not have.
            if (field == null || value == null || !reading.isOwn(pointer)) {
                continue;
            }
            Set<String> values = field.type() == FieldType.BOOLEAN
                    ? Set.of("yes", "no")
                    : field.choices().keySet();
            if (!values.isEmpty() && !values.contains(value)) {
                reading.add(
                        pointer,
                        "'" + term + "' never decides anything: expected one of " + String.join(", ", values) + " of '"
                                + field.name() + "', compared exactly" + Suggestion.clause(value, values));
            }
        }
    }

    private void names(Set<String> names, Set<String> known, String pointer) {
        for (String name : names) {
            used.add(name);
            if (!known.contains(name)) {
                boolean later = pointer.startsWith("/let/") && body.lets().containsKey(name);
                unknown(
                        name,
                        known,
                        pointer,
                        later ? "; a text of 'let' may use fields, and those that stand before it" : "");
            }
        }
    }

    private void unknown(String name, Set<String> known, String pointer, String remedy) {
        // What is there and wrong is said at its own place.
        if (!reading.isBroken("/fields/" + name) && !reading.isBroken("/let/" + name) && !isBroken("/fields", "/let")) {
            String hint = remedy.isEmpty() ? Suggestion.clause(name, known) : remedy;
            reading.add(Finding.missing(name, pointer, "'" + name + "' is not known here" + hint));
        }
    }

    /** Whether all that these would hold is lost. */
    private boolean isBroken(String... places) {
        return reading.findings().stream().anyMatch(finding -> List.of(places).contains(finding.pointer()));
    }
}
