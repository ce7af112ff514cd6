package io.sipwright.pjsip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What lines of {@code allow} and {@code disallow} leave in the end. */
final class CodecSelection {

    private static final String ALL = "all";

    private final List<String> names = new ArrayList<>();

    void take(String option, String value) {
        for (String part : value.split("[,|]", -1)) {
            String item = part.strip().toLowerCase(Locale.ROOT);
            boolean allowed = option.equals("allow") != item.startsWith("!");
            String name = item.startsWith("!") ? item.substring(1) : item;
            if (name.isEmpty()) {
                continue;
            }
            if (allowed) {
                allow(name);
            } else {
                disallow(name);
            }
        }
    }

    private void allow(String name) {
        if (name.equals(ALL)) {
            names.clear();
        }
        if (!names.contains(name)) {
            names.remove("!" + name);
            names.add(name);
        }
    }

    private void disallow(String name) {
        if (name.equals(ALL)) {
            names.clear();
            return;
        }
        names.removeIf(known -> known.equals(name) || known.startsWith(name + ":"));
        if (names.contains(ALL)) {
            names.add("!" + name);
        }
    }

    /** In order of preference, without repetitions; {@code all}, and what is taken from it with an exclamation mark. */
    List<String> names() {
        return names;
    }
}
