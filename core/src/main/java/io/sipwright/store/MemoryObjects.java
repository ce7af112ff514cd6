package io.sipwright.store;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Objects of one kind in one state. Sorted by their names as they are written, found by them in any case.
 *
 * @param byName all objects
 * @param spelling how each name is written, by the name in lower case
 */
record MemoryObjects<T>(SortedMap<String, T> byName, SortedMap<String, String> spelling) implements StoredObjects<T> {

    MemoryObjects {
        byName = Collections.unmodifiableSortedMap(byName);
        spelling = Collections.unmodifiableSortedMap(spelling);
    }

    static <T> MemoryObjects<T> empty() {
        return new MemoryObjects<>(new TreeMap<>(), new TreeMap<>());
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<T> find(String name) {
        String spelled = spelling.get(key(name));
        return spelled == null ? Optional.empty() : Optional.ofNullable(byName.get(spelled));
    }

    @Override
    public Stream<T> stream() {
        return byName.values().stream();
    }
}
