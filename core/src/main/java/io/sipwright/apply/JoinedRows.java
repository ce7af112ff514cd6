package io.sipwright.apply;

import io.sipwright.render.Renderer;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreWriting;
import io.sipwright.target.RowTarget;
import java.util.List;

/** Rows that are written in the transaction of the change, where they are in the database of the store. Thread-safe. */
final class JoinedRows {

    private final List<RowWriting> writings;

    JoinedRows(List<Node> nodes, ProvisioningStore store, Renderer renderer) {
        this.writings = nodes.stream()
                .map(Node::target)
                .filter(RowTarget.class::isInstance)
                .map(RowTarget.class::cast)
                .distinct() // nodes that share one
                .map(target -> new RowWriting(target, store, renderer.forRows(target.keepsStamps())))
                .toList();
    }

    /**
     * Writes what a change under way has changed.
     *
     * @throws io.sipwright.target.TargetException if it can't be done; the change must not count then
     */
    void follow(StoreWriting change) {
        if (!writings.isEmpty()) {
            change.transaction()
                    .ifPresent(transaction -> writings.forEach(writing -> writing.follow(change, transaction)));
        }
    }
}
