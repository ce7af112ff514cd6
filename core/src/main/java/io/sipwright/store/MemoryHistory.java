package io.sipwright.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All changes, as a chain from the newest to the oldest. A longer chain shares the links of a shorter one, so that states
 * need no copies.
 *
 * @param newest null at the end of the chain
 * @param older null at the end of the chain
 */
record MemoryHistory(
        @Nullable FormerState<?> newest, @Nullable MemoryHistory older) {

    static final MemoryHistory EMPTY = new MemoryHistory(null, null);

    MemoryHistory with(FormerState<?> state) {
        return new MemoryHistory(state, this);
    }

    /** Changes after a generation, the oldest first. */
    Stream<Change> since(long generation) {
        List<Change> changes = new ArrayList<>();
        for (MemoryHistory link = this; link != null && link.newest != null; link = link.older) {
            if (link.newest.change().generation() <= generation) {
                break;
            }
            changes.add(link.newest.change());
        }
        Collections.reverse(changes);
        return changes.stream();
    }

    /** States of one object, the newest first. */
    @SuppressWarnings("unchecked") // a kind has objects of one class only
    <T> List<FormerState<T>> of(ObjectKind kind, String name, int limit) {
        List<FormerState<T>> states = new ArrayList<>();
        for (MemoryHistory link = this;
                link != null && link.newest != null && states.size() < limit;
                link = link.older) {
            Change change = link.newest.change();
            if (change.kind() == kind && change.name().equalsIgnoreCase(name)) {
                states.add((FormerState<T>) link.newest);
            }
        }
        return states;
    }

    /** The newest state of each object up to a generation, by the name in lower case. */
    @SuppressWarnings("unchecked") // a kind has objects of one class only
    <T> Map<String, FormerState<T>> asOf(ObjectKind kind, Collection<String> names, long generation) {
        Set<String> wanted = names.stream().map(MemoryObjects::key).collect(Collectors.toCollection(HashSet::new));
        Map<String, FormerState<T>> states = new HashMap<>();
        for (MemoryHistory link = this; link != null && link.newest != null && !wanted.isEmpty(); link = link.older) {
            Change change = link.newest.change();
            if (change.kind() == kind
                    && change.generation() <= generation
                    && wanted.remove(MemoryObjects.key(change.name()))) {
                states.put(MemoryObjects.key(change.name()), (FormerState<T>) link.newest);
            }
        }
        return states;
    }
}
