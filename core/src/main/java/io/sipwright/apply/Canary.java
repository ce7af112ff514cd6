package io.sipwright.apply;

import io.sipwright.store.ProvisioningStore;
import java.util.Collection;
import java.util.Optional;

/**
 * The node that goes first.
 *
 * @param node its name
 * @param store that tells what it was seen running, whichever instance has looked
 */
record Canary(String node, ProvisioningStore store) {

    /**
     * The one that settings name.
     *
     * @throws IllegalArgumentException if there is no such node, or it shares its rows with another, which would see each change
     *     at the same time
     */
    static Optional<Canary> of(ApplySettings settings, Collection<Node> nodes, ProvisioningStore store) {
        if (settings.canary().isEmpty()) {
            return Optional.empty();
        }
        Node canary = nodes.stream()
                .filter(node -> node.name().equals(settings.canary()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no node " + settings.canary() + ", which was to go first"));
        nodes.stream()
                .filter(node -> node != canary && node.target() == canary.target())
                .findFirst()
                .ifPresent(other -> {
                    throw new IllegalArgumentException("The nodes " + canary.name() + " and " + other.name()
                            + " share a target: neither can go first");
                });
        return Optional.of(new Canary(canary.name(), store));
    }

    boolean is(Node other) {
        return other.name().equals(node);
    }

    /** The newest generation that it was seen running; negative for none. */
    long verifiedGeneration() {
        return store.nodes().state(node).verifiedGeneration();
    }
}
