package io.sipwright.store;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;

/**
 * The objects of one kind in a change under way. An object also takes the names that it gives to its sections, {@link
 * io.sipwright.template.ObjectSpec#explicitSectionNames()}, from all others, for as long as it has them.
 *
 * @param <T> kind of objects
 * @param <S> what a person describes such an object by
 */
public interface WritableObjects<T, S> extends StoredObjects<T> {

    /**
     * Keeps a new object.
     *
     * @param templateVersion version of the template it was validated with
     * @throws ConflictException if a trunk, a user or a section of one has one of its names already
     */
    T insert(S spec, int templateVersion);

    /**
     * Replaces an object by another of the same name. Nothing changes when it is the same already.
     *
     * @param expectedVersion version it must have; empty for any
     * @throws NotFoundException if there is none of that name
     * @throws StaleVersionException if it has another version
     * @throws ConflictException if another object has a name that it gives to a section
     */
    T update(S spec, int templateVersion, OptionalLong expectedVersion);

    /**
     * Inserts what has a new name and updates the rest, in few round trips. A name of a section that one of the objects
     * gives up is free for the others.
     *
     * @param specs no name may stand twice
     * @param templateVersion version of the template that each was validated with
     * @return in the order of the specs
     * @throws ConflictException if an object of the other kind, or a section of another object, has one of the names, or
     *     if two of these objects want the same
     */
    List<T> upsertAll(List<S> specs, ToIntFunction<? super S> templateVersion);

    /**
     * Replaces objects that are there, also those of which nothing but the version of the template is another. Nothing
     * changes for those that are the same in both.
     *
     * @param specs no name may stand twice
     * @param templateVersion version of the template that each was validated with
     * @return in the order of the specs
     * @throws NotFoundException if there is none of one of the names
     * @throws ConflictException if another object has a name that one gives to a section
     */
    List<T> upgradeAll(List<S> specs, ToIntFunction<? super S> templateVersion);

    /**
     * Takes an object away.
     *
     * @param expectedVersion version it must have; empty for any
     * @return the object as it was
     * @throws NotFoundException if there is none of that name
     * @throws StaleVersionException if it has another version
     */
    T delete(String name, OptionalLong expectedVersion);
}
