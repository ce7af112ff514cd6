package io.sipwright.imports;

import io.sipwright.store.ObjectKind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds names for imported objects: that of the endpoint, as far as an object may bear it. Each is given out once. */
final class ObjectNames {

    static final String ENDPOINT = "-endpoint";
    private static final int LONGEST = 60; // leaves room for what makes it different from others

    private final Map<String, String> taken = new HashMap<>(); // in lower case, and who has it

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
        for (int number = 2; taken.containsKey(key(free)); number++) {
            free = name + "_" + number;
        }
        return free;
    }

    /** Why sections can't keep their names: those of an object are its own, in upper and in lower case. */
    Optional<String> taken(SectionGroup group) {
        return group.sections().stream()
                .filter(section -> taken.containsKey(key(section.name())))
                .findFirst()
                .map(section -> "the name " + section.name() + " is taken by " + taken.get(key(section.name()))
                        + "; upper and lower case count as the same");
    }

    void take(String name, SectionGroup group) {
        taken.put(key(name), name);
        group.sections().forEach(section -> taken.putIfAbsent(key(section.name()), name));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
