package io.sipwright.apply;

import io.sipwright.reload.ObjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What applying would change on one node, found without changing anything. Others may change the state or the files right
 * after; {@link io.sipwright.Sipwright#apply(List)} then refuses it. Immutable and thread-safe.
 */
public final class Plan {

    private final String node;
    private final long generation;
    private final List<ObjectChange> changes;
    private final Outlook outlook;
    private final List<String> notes;
    private final String fingerprint;

    Plan(
            String node,
            long generation,
            List<ObjectChange> changes,
            Outlook outlook,
            List<String> notes,
            String fingerprint) {
        this.node = node;
        this.generation = generation;
        this.changes = List.copyOf(changes);
        this.outlook = outlook;
        this.notes = List.copyOf(notes);
        this.fingerprint = fingerprint;
    }

    /** Name of the node. */
    public String node() {
        return node;
    }

    /** Number of the state that would be applied. */
    public long generation() {
        return generation;
    }

    /** What changes in the files, object by object: removed ones first, then in the order of the files. */
    public List<ObjectChange> changes() {
        return changes;
    }

    /**
     * Registrations of which a carrier notices something: those that are added or changed, or whose auth is, register anew;
     * those that are removed are ended.
     */
    public List<ObjectKey> restarts() {
        return outlook.restarts();
    }

    /**
     * How long applying would take: as long as the last rounds on this node that wrote and reloaded, in the middle of them.
     * Zero where nothing is to be done; empty while there was no such round since the start.
     */
    public Optional<Duration> expected() {
        return outlook.expected();
    }

    /** What else there is to know, in sentences: about files that can't be read, and an Asterisk that runs something else. */
    public List<String> notes() {
        return notes;
    }

    /** Whether applying would do nothing: no file is written, and Asterisk is not asked to reload. */
    public boolean isEmpty() {
        return !outlook.writes() && !outlook.reloads();
    }

    /**
     * A text that is the same for plans of one node that were made from the same base: the same state, the same rendering, the
     * same files. It tells nothing of what they hold.
     */
    public String fingerprint() {
        return fingerprint;
    }

    /** A page for people: each object with the options that change, without secrets. Long plans are cut. */
    @Override
    public String toString() {
        return PlanText.of(this);
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
     * @param options that differ, sorted by name; all of them where the object is added, none where it is removed, or where
     *     only their order or the stamp is another one
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
