package io.sipwright.apply;

import io.sipwright.apply.Plan.Action;
import io.sipwright.apply.Plan.OptionChange;
import io.sipwright.reload.ObjectKey;
import java.util.List;

/**
 * What a node has in another way than it should, found without changing anything: edits of our files by others, and objects
 * that Asterisk runs otherwise. Immutable and thread-safe; shows no secret.
 *
 * @param node name of the node
 * @param generation number of the state that it was compared with
 * @param objects that differ; empty if none does
 * @param notes what could not be compared, in sentences
 */
public record Drift(String node, long generation, List<ObjectDrift> objects, List<String> notes) {

    public Drift {
        objects = List.copyOf(objects);
        notes = List.copyOf(notes);
    }

    /** Where something differs. */
    public enum Place {
        /** In a file that someone else has edited. */
        FILE,
        /** In a row of a database that someone else has edited or deleted. */
        ROW,
        /** In what Asterisk runs. */
        ASTERISK
    }

    /**
     * One object that differs.
     *
     * @param object its type and name
     * @param place where
     * @param action what was done to it, as it looks: added by someone, changed, or removed
     * @param options that differ in a file: {@code before} as they should be, {@code after} as they are; empty where Asterisk
     *     does not tell
     * @param reason the likely reason, in words; may be empty
     */
    public record ObjectDrift(ObjectKey object, Place place, Action action, List<OptionChange> options, String reason) {

        public ObjectDrift {
            options = List.copyOf(options);
        }
    }

    /** Whether nothing differs, as far as it could be compared. */
    public boolean isNone() {
        return objects.isEmpty();
    }

    /** For people: a line for each object. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Node " + node + ", generation " + generation + ": "
                + (objects.isEmpty() ? "no drift" : objects.size() + " objects differ") + "\n");
        objects.forEach(drift -> text.append(DriftText.line(drift)).append('\n'));
        notes.forEach(note -> text.append("Note: ").append(note).append('\n'));
        return text.toString();
    }
}
