package io.sipwright.ami;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.OptionType;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.Section;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the options of a section with the event that shows the loaded object. Options that the section does not have
 * are not compared: Asterisk then has its default, which depends on its version.
 */
final class FieldComparison {

    private FieldComparison() {}

    /** The name of an option that runs with another value; empty if none does. */
    static String firstDifference(Section section, String type, EventMessage event) {
        Map<String, OptionType> types = new LinkedHashMap<>();
        for (Option option : section.options()) {
            optionType(type, option.name()).ifPresent(known -> types.putIfAbsent(known.name(), known));
        }
        for (OptionType option : types.values()) {
            String running = event.first(eventName(option.name()));
            List<String> wanted = section.all(option.name());
            // An alias stands in the section under another name.
            if (running != null && !wanted.isEmpty() && differs(option, wanted, running)) {
                return option.name();
            }
        }
        return "";
    }

    private static boolean differs(OptionType option, List<String> wanted, String running) {
        FieldForm form = FieldForm.of(option);
        String value = option.accumulates() ? String.join(",", wanted) : wanted.get(wanted.size() - 1);
        @Nullable String left = form.written(value);
        @Nullable String right = form.shown(running);
        return left != null && right != null && !left.equals(right);
    }

    private static Optional<OptionType> optionType(String type, String name) {
        return Arrays.stream(AsteriskVersion.values())
                .flatMap(version -> PjsipSchema.of(version).type(type).stream())
                .flatMap(section -> section.option(name).stream())
                .findFirst();
    }

    /** E.g. {@code RtpSymmetric} for {@code rtp_symmetric}. */
    static String eventName(String option) {
        return Arrays.stream(option.split("_", -1))
                .map(word -> word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
