package io.sipwright.apply;

import io.sipwright.store.Lease;
import io.sipwright.store.NodeRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether this instance may apply to a node. Thread-safe. */
final class Tenure {

    private static final Logger LOG = LoggerFactory.getLogger(Tenure.class);

    private final NodeRegistry nodes;
    private final String node;
    private final String owner;
    private final Duration length;
    private @Nullable Lease lease;
    private long lastFence = -1;
    private long lastSign = System.nanoTime();

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
        lastSign = System.nanoTime();
        return noOneElseWasHere ? Result.KEPT : Result.TAKEN;
    }

    /** Gives a sign of life; false when another instance has taken the node. */
    synchronized boolean keep() {
        if (lease != null && !nodes.renew(lease, length)) {
            lease = null;
        }
        lastSign = System.nanoTime();
        return lease != null;
    }

    /** Gives a sign of life if the last one was some time ago: who has nothing to do has the node all the same. */
    synchronized void keepIfDue() {
        if (lease != null && System.nanoTime() - lastSign >= signs().toNanos()) {
            keep();
        }
    }

    /** How often signs of life are given. */
    Duration signs() {
        return length.dividedBy(3);
    }

    /** The lease, if it is thought to be ours. */
    synchronized @Nullable Lease lease() {
        return lease;
    }

    /** Gives the node back. Where that can't be said, the lease ends by itself. */
    synchronized void release() {
        Lease released = lease;
        lease = null;
        if (released != null) {
            try {
                nodes.release(released);
            } catch (RuntimeException e) {
                LOG.debug("Node {}: the lease could not be given back: {}", node, e.getMessage());
            }
        }
    }
}
