package io.sipwright.store;

import io.sipwright.template.ProvisionedObject;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Objects of one kind in one state. */
record MemoryObjects<T extends ProvisionedObject>(ObjectKind kind, Names<T> names, MemoryHistory history)
        implements StoredObjects<T> {

    /**
     * Sorted by their names as they are written, found by them in any case.
     *
     * @param byName all objects
     * @param spelling how each name is written, by the name in lower case
     */
    record Names<T>(SortedMap<String, T> byName, SortedMap<String, String> spelling) {

        Names {
            byName = Collections.unmodifiableSortedMap(byName);
            spelling = Collections.unmodifiableSortedMap(spelling);
        }

        static <T> Names<T> empty() {
            return new Names<>(new TreeMap<>(), new TreeMap<>());
        }
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<T> find(String name) {
        String spelled = names.spelling.get(key(name));
        return spelled == null ? Optional.empty() : Optional.ofNullable(names.byName.get(spelled));
    }

    @Override
    public Map<String, T> findAll(Collection<String> wanted) {
        Map<String, T> found = new LinkedHashMap<>();
        wanted.forEach(name -> find(name).ifPresent(object -> found.put(key(name), object)));
        return found;
    }

    @Override
    public List<T> list(ObjectQuery query) {
        Stream<T> objects = query.after()
                .map(name -> names.byName.tailMap(name + '\0').values().stream())
                .orElseGet(this::stream);
        return objects.filter(object -> query.matches(kind, object.spec()))
                .limit(query.limit())
                .toList();
    }

    @Override
    public long count(ObjectQuery query) {
        return stream().filter(object -> query.matches(kind, object.spec())).count();
    }

    @Override
    public List<FormerState<T>> history(String name, int limit) {
        return history.of(kind, name, limit);
    }

    @Override
    public Map<String, FormerState<T>> asOf(Collection<String> names, long generation) {
        return history.asOf(kind, names, generation);
    }

    @Override
    public Stream<T> stream() {
        return names.byName.values().stream();
    }
}
