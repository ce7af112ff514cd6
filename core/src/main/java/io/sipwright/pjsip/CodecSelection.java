package io.sipwright.pjsip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What lines of {@code allow} and {@code disallow} leave in the end. */
final class CodecSelection {

    private static final String ALL = "all";

    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, List<String>> framed =
            new HashMap<>(); // ulaw:20 and the like, by what stands before the colon

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
            clear();
        }
        if (names.add(name)) {
            names.remove("!" + name);
            int colon = name.indexOf(':');
            if (colon > 0) {
                framed.computeIfAbsent(name.substring(0, colon), key -> new ArrayList<>())
                        .add(name);
            }
        }
    }

    private void disallow(String name) {
        if (name.equals(ALL)) {
            clear();
            return;
        }
        names.remove(name);
        List<String> sizes = framed.remove(name);
        if (sizes != null) {
            sizes.forEach(names::remove);
        }
        if (names.contains(ALL)) {
            names.add("!" + name);
        }
    }

    private void clear() {
        names.clear();
        framed.clear();
    }

    /** In order of preference, without repetitions; {@code all}, and what is taken from it with an exclamation mark. */
    List<String> names() {
        return List.copyOf(names);
    }
}
