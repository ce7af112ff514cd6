package io.sipwright.apply;

import io.sipwright.store.Change;
import io.sipwright.store.FormerState;
import io.sipwright.store.ObjectQuery;
import io.sipwright.store.StoredObjects;
import io.sipwright.template.ProvisionedObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The objects of one kind at an earlier generation: those that have not changed since, and the others as they were. */
final class EarlierObjects<T extends ProvisionedObject> implements StoredObjects<T> {

    private final StoredObjects<T> newest;
    private final long generation;
    private final Map<String, Change> changed;
    private @Nullable Map<String, T> former;

    /** @param changed the first change of each object that has changed since, by its name in lower case */
    EarlierObjects(StoredObjects<T> newest, long generation, Map<String, Change> changed) {
        this.newest = newest;
        this.generation = generation;
        this.changed = changed;
    }

    @Override
    public Optional<T> find(String name) {
        return Optional.ofNullable(findAll(List.of(name)).get(key(name)));
    }

    @Override
    public Map<String, T> findAll(Collection<String> names) {
        Map<String, T> found = new HashMap<>();
        for (String name : names) {
            T was = former().get(key(name));
            if (was != null) {
                found.put(key(name), was);
            }
        }
        newest.findAll(names.stream().filter(name -> !isChanged(name)).toList()).forEach(found::put);
        return found;
    }

    @Override
    public Map<String, FormerState<T>> asOf(Collection<String> names, long at) {
        return newest.asOf(names, Math.min(at, generation));
    }

    @Override
    public Stream<T> stream() {
        TreeMap<String, T> missing = new TreeMap<>();
        former().values().forEach(object -> missing.put(object.name(), object));
        Stream<T> unchanged = newest.stream().filter(object -> !isChanged(object.name()));
        Iterator<T> merged = new Merging<>(unchanged.iterator(), missing);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(merged, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(unchanged::close);
    }

    @Override
    public List<T> list(ObjectQuery query) {
        throw unsupported();
    }

    @Override
    public long count(ObjectQuery query) {
        throw unsupported();
    }

    @Override
    public List<FormerState<T>> history(String name, int limit) {
        throw unsupported();
    }

    private static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("An earlier state is read by name, or as a whole");
    }

    private boolean isChanged(String name) {
        return changed.containsKey(key(name));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What changed since, as it was; without what was not there. */
    private Map<String, T> former() {
        Map<String, T> known = former;
        if (known == null) {
            known = changed.isEmpty() ? Map.of() : readFormer();
            former = known;
        }
        return known;
    }

    private Map<String, T> readFormer() {
        Map<String, T> objects = new HashMap<>();
        Map<String, FormerState<T>> noted = newest.asOf(changed.keySet(), generation);
        changed.forEach((name, first) -> {
            FormerState<T> state = noted.get(name);
            if (state == null && first.action() == Change.Action.ADOPTED) {
                state = newest.asOf(List.of(name), first.generation()).get(name); // it was there all the time
            } else if (state == null && first.action() != Change.Action.CREATED) {
                throw EarlierView.forgotten(generation);
            }
            if (state != null && state.change().action() != Change.Action.DELETED) {
                objects.put(name, state.object());
            }
        });
        return objects;
    }

    /** Two series in one, sorted by name. */
    private static final class Merging<T extends ProvisionedObject> implements Iterator<T> {

        private final Iterator<T> unchanged;
        private final TreeMap<String, T> missing;
        private @Nullable T next;

        Merging(Iterator<T> unchanged, TreeMap<String, T> missing) {
            this.unchanged = unchanged;
            this.missing = missing;
            this.next = unchanged.hasNext() ? unchanged.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null || !missing.isEmpty();
        }

        @Override
        public T next() {
            T first = next;
            if (first == null || !missing.isEmpty() && missing.firstKey().compareTo(first.name()) < 0) {
                var entry = missing.pollFirstEntry();
                if (entry == null) {
                    throw new java.util.NoSuchElementException();
                }
                return entry.getValue();
            }
            next = unchanged.hasNext() ? unchanged.next() : null;
            return first;
        }
    }
}
