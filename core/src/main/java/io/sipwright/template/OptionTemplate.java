package io.sipwright.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An option of a section, with one or more values that each may depend on a condition and on the version of Asterisk.
 *
 * @param name of the option
 * @param alternatives every one whose condition holds makes a line
 * @param origin id of the template that says so, which may be an ancestor
 */
record OptionTemplate(String name, List<Alternative> alternatives, String origin) {

    OptionTemplate {
        alternatives = List.copyOf(alternatives);
    }

    /** A value under a condition; a version without a pattern has no such line. */
    static final class Alternative {

        final Condition when;
        final Map<AsteriskVersion, TextPattern> patterns;
        private final Map<AsteriskVersion, Option> usual = new EnumMap<>(AsteriskVersion.class);

        /**
         * A value.
         *
         * @param defaults text that a field holds for most objects, by field
         */
        Alternative(
                String option,
                Condition when,
                Map<AsteriskVersion, TextPattern> patterns,
                Function<String, @Nullable String> defaults) {
            this.when = when;
            this.patterns = Map.copyOf(patterns);
            patterns.forEach((version, pattern) -> {
                String text = pattern.isConstant() ? pattern.constant() : pattern.usualText(defaults);
                if (text != null) {
                    usual.put(version, Option.shared(option, text));
                }
            });
        }

        /** The line that most objects have; the same object for all of them. */
        @Nullable
        Option usual(AsteriskVersion version) {
            return usual.get(version);
        }
    }

    /** Adds the lines of this option. */
    void fill(Function<String, @Nullable FieldValue> fields, AsteriskVersion version, List<Option> options) {
        for (Alternative alternative : alternatives) {
            TextPattern pattern = alternative.patterns.get(version);
            if (pattern == null || !alternative.when.holds(fields)) {
                continue;
            }
            Option usual = alternative.usual(version);
            if (usual != null && pattern.isConstant()) {
                options.add(usual);
                continue;
            }
            for (String value : pattern.fill(fields)) {
                options.add(usual != null && usual.value().equals(value) ? usual : new Option(name, value));
            }
        }
    }
}
