package io.sipwright;

import io.sipwright.store.Change;
import io.sipwright.store.ObjectKind;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of the objects when a former generation was brought back. All lists are empty when nothing had changed.
 *
 * @param generation that was brought back
 * @param created what had been deleted since
 * @param changed what had been changed since
 * @param deleted what had been created since
 */
public record Restoration(long generation, List<Item> created, List<Item> changed, List<Item> deleted) {

    /**
     * An object.
     *
     * @param name as it is spelled in the generation that was brought back; of a deleted object, as it was spelled last
     */
    public record Item(ObjectKind kind, String name) {}

    public Restoration {
        created = List.copyOf(created);
        changed = List.copyOf(changed);
        deleted = List.copyOf(deleted);
    }

    /** Whether anything had to be done. */
    public boolean isChange() {
        return !(created.isEmpty() && changed.isEmpty() && deleted.isEmpty());
    }

    static Restoration of(long generation, Restoring<?, ?> trunks, Restoring<?, ?> users) {
        return new Restoration(
                generation,
                both(trunks.items(Change.Action.CREATED), users.items(Change.Action.CREATED)),
                both(trunks.items(Change.Action.UPDATED), users.items(Change.Action.UPDATED)),
                both(trunks.items(Change.Action.DELETED), users.items(Change.Action.DELETED)));
    }

    private static List<Item> both(List<Item> trunks, List<Item> users) {
        List<Item> both = new ArrayList<>(trunks);
        both.addAll(users);
        return both;
    }
}
