package io.sipwright.apply;

import io.sipwright.reload.ObjectKey;
import java.util.List;

/**
 * What applying would change in the files of one node, found without changing anything. Others may change the state or the
 * files right after.
 *
 * @param node name of the node
 * @param generation number of the state that would be applied
 * @param changes object by object: removed ones first, then in the order of the files; empty if there is nothing to do
 * @param notes what stands in the way of saying more, in sentences
 */
public record Plan(String node, long generation, List<ObjectChange> changes, List<String> notes) {

    public Plan {
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    /** What happens to an object. */
    public enum Action {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * One object.
     *
     * @param object its type and name
     * @param action what happens to it
     * @param options that differ, sorted by name; all of them where the object is added, none where it is removed
     */
    public record ObjectChange(ObjectKey object, Action action, List<OptionChange> options) {

        public ObjectChange {
            options = List.copyOf(options);
        }
    }

    /**
     * One option.
     *
     * @param name of the option
     * @param before values in the file now; empty if there is none
     * @param after values that it would have; empty if there is none. Secrets are masked on both sides
     */
    public record OptionChange(String name, List<String> before, List<String> after) {

        public OptionChange {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }
}
