package io.sipwright.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The objects of one kind in one state of a store.
 *
 * @param <T> kind of objects
 */
public interface StoredObjects<T> {

    /** The object of a name, in whatever case. */
    Optional<T> find(String name);

    /** The objects of some names, by these names in lower case; names that no object bears are left out. */
    Map<String, T> findAll(Collection<String> names);

    /** A page of objects, sorted by name as Java sorts strings. */
    List<T> list(ObjectQuery query);

    /** How many objects a query asks for, on all of its pages. */
    long count(ObjectQuery query);

    /**
     * The states that changes have left an object in, the newest first; also of one that was deleted.
     *
     * @param limit at most so many
     */
    List<FormerState<T>> history(String name, int limit);

    /**
     * The states that objects of some names had at a generation: of each, what the newest change up to then has left, by the
     * name in lower case. A deletion is told as such; names that nothing is known of from then are left out.
     */
    Map<String, FormerState<T>> asOf(Collection<String> names, long generation);

    /** All objects, sorted by name as Java sorts strings; the caller closes the stream. */
    Stream<T> stream();
}
