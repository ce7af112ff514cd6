package io.sipwright.imports;

import io.sipwright.store.ObjectKind;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds names for imported objects: that of the endpoint, as far as an object may bear it. Each is given out once. */
final class ObjectNames {

    static final String ENDPOINT = "-endpoint";
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");
    private static final int LONGEST = 60; // leaves room for what makes it different from others

    private final Map<String, String> taken = new HashMap<>(); // in lower case, and who has it
    private final Map<String, Integer> numbers = new HashMap<>(); // where the search for a free one goes on

    /** The name that an object would get; it is still to be taken. */
    String candidate(ObjectKind kind, SectionGroup group, Located endpoint) {
        String name = endpoint.name();
        if (kind == ObjectKind.TRUNK && name.endsWith(ENDPOINT) && name.length() > ENDPOINT.length()) {
            String stem = name.substring(0, name.length() - ENDPOINT.length());
            if (group.sections().stream().allMatch(section -> section.name().startsWith(stem))) {
                name = stem;
            }
        }
        int longest = kind == ObjectKind.TRUNK ? TrunkSpec.MAX_NAME_LENGTH : SipUserSpec.MAX_NAME_LENGTH;
        return different(name.length() <= longest && LEGAL.matcher(name).matches() ? name : allowed(name));
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
        int number = numbers.getOrDefault(key(name), 2);
        while (taken.containsKey(key(free))) {
            free = name + "_" + number++;
        }
        numbers.put(key(name), Math.max(2, number - 1)); // the last one is still to be taken
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
