package io.sipwright.apply;

import io.sipwright.store.Lease;
import io.sipwright.store.NodeRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether this instance may apply to a node. Thread-safe. */
final class Tenure {

    private final NodeRegistry nodes;
    private final String node;
    private final String owner;
    private final Duration length;
    private @Nullable Lease lease;
    private long lastFence = -1;

    Tenure(NodeRegistry nodes, String node, ApplySettings settings) {
        this.nodes = nodes;
        this.node = node;
        this.owner = settings.owner();
        this.length = settings.lease();
    }

    /** What became of an attempt to have the node. */
    enum Result {
        /** It was ours all the time, or no one else's. */
        KEPT,
        /** It is ours now; what runs on it is not known. */
        TAKEN,
        /** Another instance has it. */
        REFUSED
    }

    synchronized Result acquire() {
        if (keep()) {
            return Result.KEPT;
        }
        lease = nodes.acquire(node, owner, length).orElse(null);
        if (lease == null) {
            return Result.REFUSED;
        }
        boolean noOneElseWasHere = lease.fence() == lastFence + 1;
        lastFence = lease.fence();
        return noOneElseWasHere ? Result.KEPT : Result.TAKEN;
    }

    /** Gives a sign of life; false when another instance has taken the node. */
    synchronized boolean keep() {
        if (lease != null && !nodes.renew(lease, length)) {
            lease = null;
        }
        return lease != null;
    }

    /** The lease, if it is thought to be ours. */
    synchronized @Nullable Lease lease() {
        return lease;
    }

    synchronized void release() {
        if (lease != null) {
            nodes.release(lease);
            lease = null;
        }
    }
}
