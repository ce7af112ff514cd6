package io.sipwright.apply;

import io.sipwright.reload.Manifest;
import io.sipwright.store.Lease;
import io.sipwright.store.NodeRegistry;
import io.sipwright.store.NodeState;

/** How far a node has come, as instances that share a store tell each other. Not thread-safe. */
final class NodeRecord {

    private final NodeRegistry nodes;
    private final String node;
    private long verifiedGeneration = -1;
    private long writtenElsewhere = -1;
    /** Digest of a rendering that was taken back; it is not tried again by itself. */
    private String poison = "";

    private boolean informed;

    NodeRecord(NodeRegistry nodes, String node) {
        this.nodes = nodes;
        this.node = node;
    }

    /** Someone else may record something from now on. */
    void becomeOutdated() {
        informed = false;
    }

    /**
     * Learns what others have recorded, if that is not known.
     *
     * @param ours whether only this instance records from now on
     */
    void read(boolean ours) {
        if (informed) {
            return;
        }
        NodeState state = nodes.state(node);
        poison = state.note();
        verifiedGeneration = Math.max(verifiedGeneration, state.verifiedGeneration());
        writtenElsewhere = ours ? -1 : state.writtenGeneration();
        informed = ours;
    }

    void write(Lease lease, long shownGeneration) {
        nodes.record(lease, new NodeState(shownGeneration, verifiedGeneration, poison));
    }

    long verifiedGeneration() {
        return verifiedGeneration;
    }

    /** Generation that the files hold if another instance has the node; negative otherwise. */
    long writtenElsewhere() {
        return writtenElsewhere;
    }

    void verified(long generation) {
        verifiedGeneration = generation;
    }

    /** What was verified of generations that are lost says nothing about those that get their numbers. */
    void forgetVerified() {
        verifiedGeneration = -1;
    }

    /** Whether it was taken back. */
    boolean isPoisoned(Manifest rendering) {
        return !poison.isEmpty() && poison.equals(rendering.digest());
    }

    void poison(Manifest rendering) {
        poison = rendering.digest();
    }

    void forgetPoison() {
        poison = "";
    }
}
