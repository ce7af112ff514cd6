package io.sipwright.pjsip;

import io.sipwright.error.Suggestion;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;

/** The list of codecs that {@code allow} and {@code disallow} take. One unknown name drops the whole endpoint. */
final class Codecs {

    private Codecs() {}

    static Optional<String> problem(OptionType option, String value) {
        SortedSet<String> known = PjsipSchema.codecs();
        for (String part : value.split("[,|]", -1)) {
            String name = part.strip().toLowerCase(Locale.ROOT);
            name = name.startsWith("!") ? name.substring(1) : name;
            name = name.replaceFirst(":\\d{1,3}$", "");
            if (!name.equals("all") && !known.contains(name)) {
                return Optional.of("expected codecs that Asterisk knows" + Suggestion.clause(name, known));
            }
        }
        return Optional.empty();
    }
}
