package io.sipwright.ami;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists of codecs: written {@code ulaw,alaw}, shown {@code (ulaw|alaw)}. */
final class CodecForm {

    private CodecForm() {}

    /** Null for what takes codecs away, or all of them, or sets their framing: what that leaves is not known here. */
    static @Nullable String written(@Nullable String value) {
        if (value == null) {
            return null;
        }
        Set<String> codecs = new LinkedHashSet<>();
        for (String word : value.split("[,|]", -1)) {
            String codec = word.strip().toLowerCase(Locale.ROOT);
            if (codec.isEmpty() || codec.equals("all") || codec.startsWith("!") || codec.contains(":")) {
                return null;
            }
            codecs.add(codec);
        }
        return String.join(",", codecs);
    }

    static @Nullable String shown(@Nullable String value) {
        if (value == null || !value.startsWith("(") || !value.endsWith(")")) {
            return null;
        }
        return String.join(
                ",", Arrays.asList(value.substring(1, value.length() - 1).split("\\|", -1)));
    }
}
