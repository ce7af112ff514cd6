package io.sipwright.testkit.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.OptionType;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.SectionType;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Options set by hand that Asterisk knows, with values of their form; whether they go together is not asked. */
final class OverrideArbitraries {

    private OverrideArbitraries() {}

    static Arbitrary<OptionOverride> of(Template template, Set<AsteriskVersion> versions) {
        List<OptionOverride> all = new ArrayList<>();
        for (String role : template.roles()) {
            Optional<String> type = template.sectionType(role);
            AsteriskVersion oldest = versions.iterator().next(); // what it knows, the newer ones know
            type.flatMap(name -> PjsipSchema.of(oldest).type(name)).ifPresent(known -> add(role, known, all));
        }
        return Arbitraries.of(all);
    }

    private static void add(String role, SectionType type, List<OptionOverride> all) {
        type.options().values().stream()
                .sorted(Comparator.comparing(OptionType::name))
                .filter(option ->
                        !option.name().equals("type") && !option.name().endsWith("*"))
                .forEach(option -> {
                    values(option).forEach(value -> all.add(OptionOverride.set(role, option.name(), value)));
                    all.add(OptionOverride.remove(role, option.name()));
                });
    }

    private static List<String> values(OptionType option) {
        OptionType.Range range = option.range();
        return switch (option.kind()) {
            case "bool" -> List.of("yes", "no");
            case "enum" -> option.choices();
            case "uint", "int" ->
                range == null
                        ? List.of("0", "1")
                        : List.of(
                                Long.toString(range.min()),
                                Long.toString(Math.min(range.min() + 1, range.max())),
                                Long.toString(range.max()));
            default -> List.of();
        };
    }
}
