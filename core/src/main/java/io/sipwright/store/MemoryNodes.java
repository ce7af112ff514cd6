package io.sipwright.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Leases and states of nodes in memory: within one process, between the engines that share a store. */
final class MemoryNodes implements NodeRegistry {

    private static final Entry UNKNOWN = new Entry(0, "", Instant.MIN, NodeState.UNKNOWN);

    private final Clock clock;
    private final Map<String, Entry> entries = new HashMap<>();

    /** A node: who has it, until when, and how far it has come. */
    private record Entry(long fence, String owner, Instant until, NodeState state) {

        boolean isOf(Lease lease) {
            return fence == lease.fence() && owner.equals(lease.owner());
        }
    }

    MemoryNodes(Clock clock) {
        this.clock = clock;
    }

    private Entry entry(String node) {
        return entries.getOrDefault(node, UNKNOWN);
    }

    @Override
    public synchronized Optional<Lease> acquire(String node, String owner, Duration length) {
        Entry entry = entry(node);
        Instant now = clock.instant();
        if (!entry.owner.equals(owner) && now.isBefore(entry.until)) {
            return Optional.empty();
        }
        long fence = entry.fence + 1;
        entries.put(node, new Entry(fence, owner, now.plus(length), entry.state));
        return Optional.of(new Lease(node, owner, fence));
    }

    @Override
    public synchronized boolean renew(Lease lease, Duration length) {
        Entry entry = entry(lease.node());
        if (!entry.isOf(lease)) {
            return false;
        }
        entries.put(
                lease.node(),
                new Entry(entry.fence, entry.owner, clock.instant().plus(length), entry.state));
        return true;
    }

    @Override
    public synchronized void release(Lease lease) {
        Entry entry = entry(lease.node());
        if (entry.isOf(lease)) {
            entries.put(lease.node(), new Entry(entry.fence, "", Instant.MIN, entry.state));
        }
    }

    @Override
    public synchronized boolean record(Lease lease, NodeState state) {
        Entry entry = entry(lease.node());
        if (!entry.isOf(lease)) {
            return false;
        }
        entries.put(lease.node(), new Entry(entry.fence, entry.owner, entry.until, state));
        return true;
    }

    @Override
    public synchronized NodeState state(String node) {
        return entry(node).state;
    }
}
