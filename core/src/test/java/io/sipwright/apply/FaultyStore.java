package io.sipwright.apply;

import io.sipwright.store.InMemoryStore;
import io.sipwright.store.Lease;
import io.sipwright.store.NodeRegistry;
import io.sipwright.store.NodeState;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A connection to a store, which can be lost, and which knows how many views are open. */
final class FaultyStore implements ProvisioningStore {

    volatile boolean down;
    volatile boolean registryDown;
    volatile boolean recordingDown;
    final AtomicInteger openViews = new AtomicInteger();
    final AtomicInteger reads = new AtomicInteger();
    private volatile InMemoryStore store;
    private final NodeRegistry nodes = new FaultyNodes();

    FaultyStore(InMemoryStore store) {
        this.store = store;
    }

    /** A failover, or a backup that is played back. */
    void becomes(InMemoryStore other) {
        store = other;
    }

    private void reach(boolean reachable) {
        if (!reachable) {
            throw new StoreException(StoreException.Reason.UNREACHABLE, "The database is not reached", null);
        }
    }

    @Override
    public <R> R read(Function<? super StoreView, ? extends R> reading) {
        reach(!down);
        reads.incrementAndGet();
        openViews.incrementAndGet();
        try {
            return store.read(reading);
        } finally {
            openViews.decrementAndGet();
        }
    }

    @Override
    public <R> Committed<R> write(String actor, Function<? super StoreWriting, ? extends R> writing) {
        openViews.incrementAndGet();
        try {
            return store.write(actor, writing);
        } finally {
            openViews.decrementAndGet();
        }
    }

    @Override
    public NodeRegistry nodes() {
        return nodes;
    }

    @Override
    public byte[] stampKey() {
        return store.stampKey();
    }

    /** The same store's leases, through the same connection. */
    private final class FaultyNodes implements NodeRegistry {

        private NodeRegistry reached() {
            reach(!down && !registryDown);
            return store.nodes();
        }

        @Override
        public Optional<Lease> acquire(String node, String owner, Duration length) {
            return reached().acquire(node, owner, length);
        }

        @Override
        public boolean renew(Lease lease, Duration length) {
            return reached().renew(lease, length);
        }

        @Override
        public void release(Lease lease) {
            reached().release(lease);
        }

        @Override
        public boolean record(Lease lease, NodeState state) {
            reach(!recordingDown);
            return reached().record(lease, state);
        }

        @Override
        public NodeState state(String node) {
            return reached().state(node);
        }
    }
}
