package io.sipwright.store;

import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything in memory, for tests and for hosts that fill it anew at each start. Nothing outlives the process;
 * the history of all changes is kept as long as it lasts. Thread-safe: readers see a state that never changes, writers
 * wait for each other.
 */
public final class InMemoryStore implements ProvisioningStore {

    private final Clock clock;
    private final NodeRegistry nodes;
    private final byte[] stampKey = new byte[16];
    private volatile State state;
    private final Object writer = new Object();

    public InMemoryStore() {
        this(Clock.systemUTC());
    }

    /** A store that takes the times of creation and change, and of leases, from a clock. */
    public InMemoryStore(Clock clock) {
        this.clock = clock;
        this.nodes = new MemoryNodes(clock);
        this.state = State.empty(clock);
        new SecureRandom().nextBytes(stampKey);
    }

    @Override
    public <R> R read(Function<? super StoreView, ? extends R> reading) {
        return reading.apply(state);
    }

    @Override
    public <R> Committed<R> write(String actor, Function<? super StoreWriting, ? extends R> writing) {
        if (Thread.holdsLock(writer)) {
            throw new IllegalStateException("A write inside of a write: the inner one would be lost");
        }
        synchronized (writer) {
            MemoryWriting change = new MemoryWriting(state, actor, clock);
            R result = writing.apply(change);
            state = change.finish();
            return new Committed<>(result, state.generation());
        }
    }

    @Override
    public byte[] stampKey() {
        return stampKey.clone();
    }

    @Override
    public NodeRegistry nodes() {
        return nodes;
    }

    /** A state that never changes: readers need no lock. */
    record State(
            long generation,
            long lastId,
            Clock clock,
            Optional<Provisional> provisional,
            MemoryHistory history,
            MemoryObjects.Names<Trunk> trunkNames,
            MemoryObjects.Names<SipUser> userNames,
            Map<String, MemoryClaims.Claim> claims)
            implements StoreView {

        static State empty(Clock clock) {
            return new State(
                    0,
                    0,
                    clock,
                    Optional.empty(),
                    MemoryHistory.EMPTY,
                    MemoryObjects.Names.empty(),
                    MemoryObjects.Names.empty(),
                    Map.of());
        }

        @Override
        public StoredObjects<Trunk> trunks() {
            return new MemoryObjects<>(ObjectKind.TRUNK, trunkNames, history);
        }

        @Override
        public StoredObjects<SipUser> users() {
            return new MemoryObjects<>(ObjectKind.USER, userNames, history);
        }

        @Override
        public Optional<String> sectionOwner(String sectionName) {
            return MemoryClaims.owner(claims, sectionName);
        }

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public Stream<Change> changesSince(long earlier) {
            return history.since(earlier);
        }
    }

    /** One change, on copies that become the next state when it succeeds. */
    private static final class MemoryWriting implements StoreWriting {

        private final State before;
        private final MemoryRecorder recorder;
        private final MemoryClaims claims;
        private final WritableMemoryObjects<Trunk, TrunkSpec> trunks;
        private final WritableMemoryObjects<SipUser, SipUserSpec> users;
        private long lastId;
        private Optional<Provisional> provisional;

        MemoryWriting(State before, String actor, Clock clock) {
            this.before = before;
            this.lastId = before.lastId;
            this.provisional = before.provisional;
            this.recorder = new MemoryRecorder(before.history, before.generation + 1, actor, clock);
            this.claims = new MemoryClaims(before.claims, this::bearer);
            this.trunks = new WritableMemoryObjects<>(
                    ObjectKind.TRUNK, before.trunkNames, claims, new TrunkRows(clock, this::nextId), recorder);
            this.users = new WritableMemoryObjects<>(
                    ObjectKind.USER, before.userNames, claims, new UserRows(clock, this::nextId), recorder);
        }

        private Optional<ObjectKind> bearer(String name) {
            return trunks.find(name).isPresent()
                    ? Optional.of(ObjectKind.TRUNK)
                    : users.find(name).map(user -> ObjectKind.USER);
        }

        private long nextId() {
            return ++lastId;
        }

        State finish() {
            return recorder.isChanged() || !provisional.equals(before.provisional)
                    ? new State(
                            before.generation + (recorder.isChanged() ? 1 : 0),
                            lastId,
                            before.clock,
                            provisional,
                            recorder.history(),
                            trunks.toNames(),
                            users.toNames(),
                            claims.toMap())
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

        @Override
        public Optional<Provisional> provisional() {
            return provisional;
        }

        @Override
        public void provisional(@Nullable Provisional value) {
            provisional = Optional.ofNullable(value);
        }

        @Override
        public Optional<String> sectionOwner(String sectionName) {
            return claims.owner(sectionName);
        }

        @Override
        public Instant now() {
            return before.now();
        }

        @Override
        public Stream<Change> changesSince(long earlier) {
            return recorder.history().since(earlier);
        }
    }
}
