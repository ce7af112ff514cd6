package io.sipwright.apply;

import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is wanted of one node, when its next round is due, and how far it has come. Thread-safe. */
final class Agenda {

    private static final Logger LOG = LoggerFactory.getLogger(Agenda.class);

    private final String node;
    private final ProvisioningStore store;
    private final ApplySettings settings;
    private final Tenure tenure;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Pace pace;
    private NodeStatus status;
    private long wanted = -1;
    private boolean stopping;

    Agenda(String node, ProvisioningStore store, ApplySettings settings, Tenure tenure) {
        this.node = node;
        this.store = store;
        this.settings = settings;
        this.tenure = tenure;
        this.pace = new Pace(settings, System.nanoTime());
        this.status = NodeStatus.unknown(node, settings.clock().instant());
    }

    /** Something was changed, up to a generation. */
    void wake(long generation) {
        lock.lock();
        try {
            if (generation > wanted) {
                wanted = generation;
                pace.change();
                status = status.wanting(generation);
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a round is due; null when it is time to stop. */
    @Nullable
    Reason next() {
        lock.lock();
        try {
            while (!stopping) {
                long wait = pace.untilNext(System.nanoTime());
                if (wait <= 0) {
                    return pace.take(System.nanoTime());
                }
                long look = Math.min(
                        settings.pollInterval().toNanos(), tenure.signs().toNanos());
                if (!signalled(Math.min(wait, look))) {
                    poll();
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private boolean signalled(long nanos) {
        try {
            return moved.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            LOG.debug("Node {}: only close() ends this thread", node);
            return true;
        }
    }

    /** Other instances change the same store, and only one of them has this node. A failover may have set it back. */
    private void poll() {
        long before = wanted;
        lock.unlock();
        long generation;
        try {
            tenure.keepIfDue();
            generation = store.<Long>read(StoreView::generation);
        } catch (RuntimeException e) {
            LOG.debug("Node {}: the store can't be read: {}", node, e.getMessage());
            generation = -1;
        } finally {
            lock.lock();
        }
        if (generation >= 0 && generation < before && wanted == before) {
            wanted = generation;
            status = status.backAt(generation, settings.clock().instant());
            pace.change();
        }
        boolean newer = generation > wanted && generation > status.verifiedGeneration();
        boolean elsewhere = status.lastRound() == null && wanted > status.verifiedGeneration();
        if (newer || elsewhere) {
            wanted = Math.max(wanted, generation);
            pace.change();
        }
    }

    /** A round is over; null when another instance has the node. Tells how far the node was before, and is now. */
    Step ended(@Nullable Round round, Reason reason, Rounds rounds) {
        lock.lock();
        try {
            NodeStatus before = status;
            status = before.after(round, wanted, rounds, settings.clock().instant());
            pace.ended(round, reason, System.nanoTime());
            moved.signalAll();
            return new Step(before, status);
        } finally {
            lock.unlock();
        }
    }

    /** How far a node was before a round, and after it. */
    record Step(NodeStatus before, NodeStatus after) {}

    NodeStatus status() {
        lock.lock();
        try {
            return status;
        } finally {
            lock.unlock();
        }
    }

    /** No more rounds are due. Returns at once. */
    void stop() {
        lock.lock();
        try {
            stopping = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isStopping() {
        lock.lock();
        try {
            return stopping;
        } finally {
            lock.unlock();
        }
    }
}
