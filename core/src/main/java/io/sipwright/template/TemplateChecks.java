package io.sipwright.template;

import io.sipwright.error.Suggestion;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.OptionType;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.PjsipText;
import io.sipwright.pjsip.SectionType;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What must hold between the parts of a template: known names, no field without use, options that Asterisk knows. */
final class TemplateChecks {

    private final TemplateBody body;
    private final TemplateReading reading;
    private final Set<String> used = new HashSet<>();

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
                .forEach(field -> reading.add("/fields/" + field, "expected a use: no option or condition names it"));
        if (body.sections().isEmpty()) {
            reading.add("/sections", "expected at least one section");
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
                names(required.fields(), known, pointer + "/required");
            }
            body.choiceConditions()
                    .getOrDefault(name, Map.of())
                    .forEach((choice, condition) -> names(condition.fields(), known, pointer + "/choices/" + choice));
            field.choices().forEach((value, choice) -> sets(choice, pointer + "/choices/" + value + "/set"));
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
                unknown(name, body.fields().keySet(), pointer + "/" + name);
            } else {
                FieldCheck.problem(target, value)
                        .ifPresent(problem -> reading.add(
                                pointer + "/" + name, "expected a value that the field accepts: " + problem));
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
        for (TemplateBody.Alternative alternative : alternatives) {
            names(alternative.pattern().names(), known, pointer);
            names(alternative.when().fields(), known, pointer);
        }
    }

    private void section(SectionTemplate section) {
        String pointer = "/sections/" + section.role();
        Set<String> known = new TreeSet<>(body.fields().keySet());
        known.addAll(body.lets().keySet());
        known.add(FieldResolver.NAME);
        names(section.when().fields(), known, pointer + "/when");
        PjsipSchema newest = PjsipSchema.of(AsteriskVersion.V22);
        if (newest.type(section.type()).isEmpty()) {
            unknown(section.type(), newest.types().keySet(), pointer + "/type");
            return;
        }
        if (section.each() != null) {
            names(Set.of(section.each()), known, pointer + "/each");
            known.add(SectionTemplate.ITEM);
        }
        for (OptionTemplate option : section.options()) {
            String place = pointer + "/options/" + option.name();
            for (OptionTemplate.Alternative alternative : option.alternatives()) {
                names(alternative.when.fields(), known, place);
                alternative.patterns.values().forEach(pattern -> names(pattern.names(), known, place));
                alternative.patterns.forEach(
                        (version, pattern) -> schema(section, option, pattern, version, place, alternative));
            }
        }
    }

    private void schema(
            SectionTemplate section,
            OptionTemplate option,
            TextPattern pattern,
            AsteriskVersion version,
            String place,
            OptionTemplate.Alternative alternative) {
        PjsipSchema schema = PjsipSchema.of(version);
        Optional<SectionType> type = schema.type(section.type());
        if (type.isEmpty()) {
            return;
        }
        Optional<OptionType> known = type.get().option(option.name());
        if (known.isEmpty()) {
            schema.checkOption(type.get(), new Option(option.name(), ""))
                    .ifPresent(p -> reading.add(place, p.message()));
            return;
        }
        if (pattern.isConstant()) {
            PjsipText.refuseValue(option.name(), pattern.constant())
                    .map(refusal -> "the value " + refusal.explanation())
                    .or(() -> known.get().problemWith(pattern.constant()))
                    .ifPresent(message -> reading.add(place, message));
        }
        boolean repeated = option.alternatives().stream()
                        .filter(a -> a.when.terms().isEmpty())
                        .count()
                > 1;
        if (repeated && alternative.when.terms().isEmpty() && !known.get().accumulates()) {
            reading.add(place, "expected one value: of repeated lines Asterisk takes the last");
        }
    }

    private void names(Set<String> names, Set<String> known, String pointer) {
        for (String name : names) {
            used.add(name);
            if (!known.contains(name)) {
                unknown(name, known, pointer);
            }
        }
    }

    private void unknown(String name, Set<String> known, String pointer) {
        reading.add(pointer, "'" + name + "' is not known here" + Suggestion.clause(name, known));
    }
}
