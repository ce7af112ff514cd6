package io.sipwright.pjsip;

import io.sipwright.error.Suggestion;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;

/** The list of codecs that {@code allow} and {@code disallow} take. One unknown name drops the whole endpoint. */
final class Codecs {

    private static final Pattern SEPARATOR = Pattern.compile("[,|]");
    private static final Pattern FRAMING = Pattern.compile(":\\d{1,3}$");

    private Codecs() {}

    static Optional<String> problem(OptionType option, String value) {
        SortedSet<String> known = PjsipSchema.codecs();
        for (String part : SEPARATOR.split(value, -1)) {
            String name = part.strip().toLowerCase(Locale.ROOT);
            name = name.startsWith("!") ? name.substring(1) : name;
            name = FRAMING.matcher(name).replaceFirst("");
            if (!name.equals("all") && !known.contains(name)) {
                return Optional.of("expected codecs that Asterisk knows" + Suggestion.clause(name, known));
            }
        }
        return Optional.empty();
    }
}
