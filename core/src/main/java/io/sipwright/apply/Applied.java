package io.sipwright.apply;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How far a generation has come on all nodes.
 *
 * @param generation that was asked for
 * @param nodes state of each node, sorted by name
 */
public record Applied(long generation, List<NodeStatus> nodes) {

    public Applied {
        nodes = List.copyOf(nodes);
    }

    /** Whether all nodes were seen running it, or a newer one. Nothing less is called applied. */
    public boolean isVerified() {
        return nodes.stream().allMatch(node -> node.verifiedGeneration() >= generation);
    }

    /** Whether the files of all nodes hold it, or a newer one. */
    public boolean isInFiles() {
        return nodes.stream().allMatch(node -> node.writtenGeneration() >= generation);
    }

    /** What happened on each node, in a sentence each. */
    public String summary() {
        return nodes.size() == 1
                ? nodes.get(0).summary()
                : nodes.stream()
                        .map(node -> node.node() + ": " + node.summary())
                        .collect(Collectors.joining("; "));
    }
}
