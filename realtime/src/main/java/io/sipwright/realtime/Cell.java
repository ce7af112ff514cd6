package io.sipwright.realtime;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.EffectiveOptions;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.OptionType;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.PjsipText;
import io.sipwright.pjsip.Section;
import io.sipwright.render.Stamps;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One option of one section, on its way to its column. */
final class Cell {

    private static final Set<String> TRUE_WORDS = Set.of("yes", "true", "y", "t", "1", "on");
    private static final Set<String> FALSE_WORDS = Set.of("no", "false", "n", "f", "0", "off");

    private final AsteriskVersion version;
    private final RowTable table;
    private final String id;
    private final String option;
    private final @Nullable OptionType known;

    Cell(AsteriskVersion version, RowTable table, String id, String option) {
        this.version = version;
        this.table = table;
        this.id = id;
        this.option = option;
        this.known =
                option.startsWith("@") ? null : known(version, table, option).orElse(null);
    }

    static Optional<OptionType> known(AsteriskVersion version, RowTable table, String option) {
        return PjsipSchema.of(version).type(table.type()).flatMap(it -> it.option(option));
    }

    /** What would stand in the column; empty for nothing, null if it can't. */
    @Nullable
    String text(List<String> lines, Collection<RowProblem> problems) {
        int before = problems.size();
        PjsipText.refuseOptionName(option)
                .ifPresent(refusal -> problems.add(problem("the option's name " + refusal.explanation())));
        lines.stream()
                .map(value -> PjsipText.refuseValue(option, value))
                .flatMap(Optional::stream)
                .distinct()
                .forEach(refusal -> problems.add(problem(refusal.explanation())));
        if (problems.size() > before) {
            return null;
        }
        if (known != null && known.accumulates()) {
            return RowText.joined(lines.stream().filter(it -> !it.isEmpty()).toList());
        }
        String last = lines.get(lines.size() - 1);
        if (last.isEmpty() && !isDefault(last)) {
            problems.add(problem("is empty, which a row can't say: Asterisk takes the default"));
            return null;
        }
        return RowText.escaped(last);
    }

    /** Puts it among the values of the row, in the words of the column. */
    void store(String text, Optional<Column> place, Map<String, String> values, Collection<RowProblem> problems) {
        Column column = place.orElse(null);
        if (column == null) {
            // Stamps are welcome, not needed: without them fields are compared.
            if (!option.equals(Stamps.OPTION) && !isDefault(RowText.unescaped(text))) {
                problems.add(new RowProblem(table.table(), "", option, "the table has no such column"));
            }
            return;
        }
        alike(text).stream()
                .map(column::taken)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresentOrElse(
                        taken -> values.put(option, taken),
                        () -> problems.add(problem("does not fit its column: expected " + column.expected())));
    }

    /** Words for the same, the best first. */
    private List<String> alike(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (known != null && known.kind().equals("bool")) {
            if (TRUE_WORDS.contains(lower)) {
                return List.of("yes", "1");
            }
            if (FALSE_WORDS.contains(lower)) {
                return List.of("no", "0");
            }
        }
        // Asterisk 22 calls every password a digest, which its own tables don't know yet.
        if (version == AsteriskVersion.V22 && option.equals("auth_type") && lower.equals("digest")) {
            return List.of(text, "userpass");
        }
        return List.of(text);
    }

    /** Whether Asterisk takes the same when the option is absent. */
    private boolean isDefault(String value) {
        return known != null
                && EffectiveOptions.of(Section.of("x", table.type(), List.of(new Option(option, value))), version)
                        .values()
                        .isEmpty();
    }

    private RowProblem problem(String message) {
        return new RowProblem(table.table(), id, option, message);
    }
}
