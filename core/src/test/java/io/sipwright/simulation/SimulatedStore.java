package io.sipwright.simulation;

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
import java.util.function.Function;

/** The connection of one process to a database that outlives it: what was committed is durable, the rest never was. */
final class SimulatedStore implements ProvisioningStore {

    private final InMemoryStore database;
    private final SimulatedProcess process;
    private final Invariants invariants;

    SimulatedStore(InMemoryStore database, SimulatedProcess process, Invariants invariants) {
        this.database = database;
        this.process = process;
        this.invariants = invariants;
    }

    private void step(String name) {
        process.step(name);
        if (process.fails(name)) {
            throw new StoreException(StoreException.Reason.UNREACHABLE, "The database does not answer", null);
        }
    }

    @Override
    public <R> R read(Function<? super StoreView, ? extends R> reading) {
        step("begin to read");
        return database.read(view -> {
            process.step("render the state that was read");
            return reading.apply(view);
        });
    }

    @Override
    public <R> Committed<R> write(String actor, Function<? super StoreWriting, ? extends R> writing) {
        step("begin the transaction");
        Committed<R> committed = database.write(actor, transaction -> {
            R result = writing.apply(transaction);
            step("raise the generation");
            step("commit");
            return result;
        });
        invariants.committed();
        process.step("learn of the commit");
        if (process.fails("learn of the commit")) {
            throw new StoreException(
                    StoreException.Reason.OUTCOME_UNKNOWN, "The database was lost during the commit", null);
        }
        return committed;
    }

    @Override
    public void afterCommit(Runnable task) {
        process.step("wake the engine");
        task.run();
    }

    @Override
    public byte[] stampKey() {
        return Rendered.STAMP_KEY.clone();
    }

    @Override
    public NodeRegistry nodes() {
        NodeRegistry nodes = database.nodes();
        return new NodeRegistry() {
            @Override
            public Optional<Lease> acquire(String node, String owner, Duration length) {
                step("take the lease");
                return nodes.acquire(node, owner, length);
            }

            @Override
            public boolean renew(Lease lease, Duration length) {
                step("renew the lease");
                return nodes.renew(lease, length);
            }

            @Override
            public void release(Lease lease) {
                step("release the lease");
                nodes.release(lease);
            }

            @Override
            public boolean record(Lease lease, NodeState state) {
                step("record the state of the node");
                NodeState before = nodes.state(lease.node());
                boolean recorded = nodes.record(lease, state);
                if (recorded) {
                    invariants.recorded(before, state);
                }
                return recorded;
            }

            @Override
            public NodeState state(String node) {
                step("read the state of the node");
                return nodes.state(node);
            }
        };
    }
}
