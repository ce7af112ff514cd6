package io.sipwright.store;

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

    /** All objects, sorted by name as Java sorts strings; the caller closes the stream. */
    Stream<T> stream();
}
