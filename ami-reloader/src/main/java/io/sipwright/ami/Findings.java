package io.sipwright.ami;

import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject.State;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What was looked at, and what was found to differ. */
final class Findings {
    private final Set<ObjectKey> seen = new HashSet<>();
    private final Map<ObjectKey, State> differing = new HashMap<>();
    private final Map<ObjectKey, String> details = new HashMap<>();

    /** An object is as it should be. */
    void good(ObjectKey key) {
        seen.add(key);
    }

    /** An object is not as it should be; the first state that is found counts. */
    void bad(ObjectKey key, State state) {
        seen.add(key);
        differing.putIfAbsent(key, state);
        details.remove(key);
    }

    /**
     * The same, for an option that differs; never with its value. Only told where nothing else is wrong: in another version
     * of an object it is no wonder.
     */
    void bad(ObjectKey key, State state, String option) {
        boolean first = !isBad(key);
        bad(key, state);
        if (first) {
            details.put(key, option);
        }
    }

    boolean isBad(ObjectKey key) {
        return differing.containsKey(key);
    }

    Map<ObjectKey, State> differing() {
        return differing;
    }

    /** The option that differs, or empty. */
    String option(ObjectKey key) {
        return details.getOrDefault(key, "");
    }

    boolean hasSeen(ObjectKey key) {
        return seen.contains(key);
    }

    int count() {
        return seen.size();
    }
}
