package io.sipwright.imports;

import io.sipwright.store.ObjectKind;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Finds names for imported objects: that of the endpoint, as far as an object may bear it. Each is given out once. */
final class ObjectNames {

    static final String ENDPOINT = "-endpoint";
    private static final int LONGEST = 60; // leaves room for what makes it different from others

    private final Set<String> taken = new HashSet<>();

    /** The name that an object would get; it is still to be taken. */
    String candidate(ObjectKind kind, SectionGroup group, Located endpoint) {
        String name = endpoint.name();
        if (kind == ObjectKind.TRUNK && name.endsWith(ENDPOINT) && name.length() > ENDPOINT.length()) {
            String stem = name.substring(0, name.length() - ENDPOINT.length());
            if (group.sections().stream().allMatch(section -> section.name().startsWith(stem))) {
                name = stem;
            }
        }
        return different(allowed(name));
    }

    private static String allowed(String name) {
        String allowed = name.replaceAll("[^A-Za-z0-9_.-]", "_").replaceFirst("^[^A-Za-z0-9]+", "");
        if (allowed.isEmpty()) {
            return "imported";
        }
        return allowed.length() > LONGEST ? allowed.substring(0, LONGEST) : allowed;
    }

    private String different(String name) {
        String free = name;
        for (int number = 2; taken.contains(key(free)); number++) {
            free = name + "_" + number;
        }
        return free;
    }

    void take(String name) {
        taken.add(key(name));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
