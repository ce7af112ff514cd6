package io.sipwright.target;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes objects one by one instead of whole files, such as rows of a database that Asterisk reads whenever it needs one. Several
 * nodes may share one. It knows which generation it holds; a writing names the one that it starts from, so that of two writers
 * the later one never undoes what the other has done.
 *
 * <p>What someone else has put there is left alone. Thread-safe.
 */
public interface RowTarget extends Target {

    /**
     * Number of the state that is there as a whole; negative if that is not known, as at the start.
     *
     * @throws TargetException if it can't be told
     */
    long generation();

    /**
     * Puts the sections of some objects in the place of those that they had, all or none.
     *
     * @param from generation that is there
     * @param to generation that is there then
     * @return false, with nothing changed, if another generation is there by now
     * @throws TargetException if it can't be done; nothing is changed, unless the exception says otherwise
     */
    boolean write(long from, long to, List<RowObject> objects);

    /**
     * Puts all objects in the place of all that were there, all or none. Those that stay as they are cost no writing.
     *
     * @param objects taken one by one, so that many need no memory
     * @return false, with nothing changed, if another generation is there by now
     * @throws TargetException if it can't be done; nothing is changed, unless the exception says otherwise
     */
    boolean replaceAll(long from, long to, Stream<RowObject> objects);

    /**
     * The same target inside of a transaction of the store, where both are in one database: what is written counts when the
     * change does. Empty by default.
     *
     * @param transaction as the store hands it out; a JDBC connection, or something else that is not known here
     */
    default Optional<RowTarget> joining(Object transaction) {
        return Optional.empty();
    }

    /** Whether Asterisk can be asked for the stamps of objects that it has from here. */
    default boolean keepsStamps() {
        return true;
    }

    /**
     * Rows of ours that are not as they were written, in the order of their types and names; none by default.
     *
     * @throws TargetException if it can't be told
     */
    default List<EditedRow> editedRows() {
        return List.of();
    }

    /**
     * Rows are no files.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    default WriteResult write(List<TargetFile> files) {
        throw new UnsupportedOperationException("Rows are written object by object");
    }
}
