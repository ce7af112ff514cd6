package io.sipwright.store;

import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Function;

/**
 * Keeps everything in memory, for tests and for hosts that fill it anew at each start. Nothing outlives the process.
 * Thread-safe: readers see a state
 * that never changes, writers wait for each other.
 */
public final class InMemoryStore implements ProvisioningStore {

    private final Clock clock;
    private final byte[] stampKey = new byte[16];
    private volatile State state = State.empty();
    private final Object writer = new Object();

    public InMemoryStore() {
        this(Clock.systemUTC());
    }

    /** A store that takes the times of creation and change from a clock. */
    public InMemoryStore(Clock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(stampKey);
    }

    @Override
    public <R> R read(Function<? super StoreView, ? extends R> reading) {
        return reading.apply(state);
    }

    @Override
    public <R> Committed<R> write(Function<? super StoreWriting, ? extends R> writing) {
        if (Thread.holdsLock(writer)) {
            throw new IllegalStateException("A write inside of a write: the inner one would be lost");
        }
        synchronized (writer) {
            MemoryWriting change = new MemoryWriting(state, clock);
            R result = writing.apply(change);
            state = change.finish();
            return new Committed<>(result, state.generation());
        }
    }

    @Override
    public byte[] stampKey() {
        return stampKey.clone();
    }

    /** A state that never changes: readers need no lock. */
    record State(long generation, long lastId, MemoryObjects<Trunk> trunks, MemoryObjects<SipUser> users)
            implements StoreView {

        static State empty() {
            return new State(0, 0, MemoryObjects.empty(), MemoryObjects.empty());
        }
    }

    /** One change, on copies that become the next state when it succeeds. */
    private static final class MemoryWriting implements StoreWriting {

        private final State before;
        private final WritableMemoryObjects<Trunk, TrunkSpec> trunks;
        private final WritableMemoryObjects<SipUser, SipUserSpec> users;
        private long lastId;

        MemoryWriting(State before, Clock clock) {
            this.before = before;
            this.lastId = before.lastId;
            this.trunks = new WritableMemoryObjects<>(
                    "trunk", before.trunks, this::isTaken, new TrunkRows(clock, this::nextId));
            this.users = new WritableMemoryObjects<>(
                    "SIP user", before.users, this::isTaken, new UserRows(clock, this::nextId));
        }

        private boolean isTaken(String name) {
            return trunks.find(name).isPresent() || users.find(name).isPresent();
        }

        private long nextId() {
            return ++lastId;
        }

        State finish() {
            return trunks.isChanged() || users.isChanged()
                    ? new State(before.generation + 1, lastId, trunks.toObjects(), users.toObjects())
                    : before;
        }

        @Override
        public long generation() {
            return before.generation;
        }

        @Override
        public WritableObjects<Trunk, TrunkSpec> trunks() {
            return trunks;
        }

        @Override
        public WritableObjects<SipUser, SipUserSpec> users() {
            return users;
        }
    }
}
