package io.sipwright.pjsip;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Options that were found good for a type of sections, so that they need not be looked at again: most lines of most
 * objects are those of their template. Only such lines are kept. They are few, and none is the secret of an object.
 * Thread-safe.
 */
final class GoodOptions {

    /** For each type; a host may make catalogs of its own again and again. */
    private static final int MOST = 2_000;

    private final Map<String, Set<Option>> byType;

    GoodOptions(Collection<String> types) {
        byType = types.stream()
                .collect(Collectors.toUnmodifiableMap(type -> type, type -> ConcurrentHashMap.newKeySet()));
    }

    boolean contains(String type, Option option) {
        Set<Option> good = byType.get(type);
        return good != null && good.contains(option);
    }

    void add(String type, Option option) {
        Set<Option> good = byType.get(type);
        if (good != null && option.line() != null && good.size() < MOST) {
            good.add(option);
        }
    }
}
