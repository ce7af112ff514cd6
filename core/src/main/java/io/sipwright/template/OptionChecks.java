package io.sipwright.template;

import io.sipwright.error.Suggestion;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.OptionType;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.PjsipText;
import io.sipwright.pjsip.SchemaProblem;
import io.sipwright.pjsip.SectionType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether Asterisk knows the type and the options of a section, and takes the values that are known. */
final class OptionChecks {

    /** Types of sections that are about all of Asterisk, and not about one trunk or user. */
    static final Set<String> OF_THE_HOST = Set.of("global", "system", "transport", "acl");

    private final TemplateReading reading;
    private final SectionTemplate section;
    private final String pointer;

    OptionChecks(TemplateReading reading, SectionTemplate section, String pointer) {
        this.reading = reading;
        this.section = section;
        this.pointer = pointer;
    }

    void type() {
        Set<String> types =
                new TreeSet<>(PjsipSchema.of(AsteriskVersion.V22).types().keySet());
        if (!types.contains(section.type())) {
            reading.add(
                    pointer + "/type",
                    "'" + section.type() + "' is not known here" + Suggestion.clause(section.type(), types));
        } else if (OF_THE_HOST.contains(section.type())) {
            reading.add(
                    pointer + "/type",
                    "expected a type of which each object has its own; type=" + section.type()
                            + " is for all of Asterisk and belongs in your own pjsip.conf");
        }
    }

    /** The place of one of the texts of an option. */
    static String place(
            TemplateReading reading,
            String place,
            int index,
            int count,
            OptionTemplate.Alternative alternative,
            TextPattern pattern) {
        String here = reading.place(place, index, count, "");
        String value = reading.place(place, index, count, "/value");
        if (value.equals(here) || reading.has(value)) {
            return value;
        }
        return alternative.patterns.entrySet().stream()
                .filter(entry -> entry.getValue() == pattern)
                .map(entry -> here + "/asterisk/" + entry.getKey())
                .sorted()
                .findFirst()
                .orElse(here);
    }

    void check(OptionTemplate option, String place) {
        if (option.name().equalsIgnoreCase(OptionOverride.NAME)) {
            reading.add(place, "expected an option of Asterisk; '@name' is for the overrides of one trunk or user");
            return;
        }
        int count = option.alternatives().size();
        for (int i = 0; i < count; i++) {
            OptionTemplate.Alternative alternative = option.alternatives().get(i);
            for (Map.Entry<AsteriskVersion, TextPattern> entry : alternative.patterns.entrySet()) {
                String at = place(reading, place, i, count, alternative, entry.getValue());
                PjsipSchema schema = PjsipSchema.of(entry.getKey());
                schema.type(section.type())
                        .ifPresent(type -> known(schema, type, option, place)
                                .ifPresent(known -> value(known, option, entry.getValue(), at)));
            }
        }
    }

    private Optional<OptionType> known(PjsipSchema schema, SectionType type, OptionTemplate option, String place) {
        Optional<OptionType> known = type.option(option.name());
        if (known.isEmpty()) {
            schema.checkOption(type, new Option(option.name(), ""))
                    .ifPresent(problem -> reading.add(
                            place, problem.message() + remedy(problem, schema, option.name()), pointer + "/type"));
        } else if (!known.get().accumulates()
                && option.alternatives().stream()
                                .filter(alternative -> alternative.when.terms().isEmpty())
                                .count()
                        > 1) {
            reading.add(place, "expected one value: of repeated lines Asterisk takes the last");
        }
        return known;
    }

    private static String remedy(PjsipSchema.OptionProblem problem, PjsipSchema schema, String option) {
        if (problem.kind() == SchemaProblem.Kind.NOT_IN_THIS_VERSION) {
            String other = Arrays.stream(AsteriskVersion.values())
                    .filter(version -> version != schema.version())
                    .map(AsteriskVersion::toString)
                    .collect(Collectors.joining());
            return "; write {\"asterisk\": {\"" + other + "\": …}}";
        }
        List<String> types = schema.types().values().stream()
                .filter(type -> type.option(option).isPresent() && !OF_THE_HOST.contains(type.name()))
                .map(SectionType::name)
                .sorted()
                .toList();
        return types.isEmpty() || problem.message().contains("did you mean")
                ? ""
                : "; it belongs to " + String.join(", ", types);
    }

    private void value(OptionType known, OptionTemplate option, TextPattern pattern, String place) {
        if (!pattern.isConstant()) {
            return;
        }
        PjsipText.refuseValue(option.name(), pattern.constant())
                .map(refusal -> "the value " + refusal.explanation())
                .or(() -> known.problemWith(pattern.constant())
                        .map(message -> message + Suggestion.clause(pattern.constant(), known.choices())))
                .ifPresent(message -> reading.add(place, message, pointer + "/type"));
    }
}
