package io.sipwright.simulation;

import io.sipwright.apply.Applied;
import io.sipwright.apply.ApplyEngine;
import io.sipwright.apply.ApplySettings;
import io.sipwright.apply.Node;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreWriting;
import io.sipwright.target.SimulatedDisk;
import io.sipwright.target.SimulatedFiles;
import io.sipwright.target.SimulatedFiles.Loss;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A database, a directory, an Asterisk, and the process that is between them. Time stands still, so that no file has a newer
 * time than another by itself, until someone waits.
 */
final class World {

    private static final Duration LEASE = Duration.ofHours(10);

    final SimulatedFiles files;
    final SimulatedAsterisk asterisk;
    final Invariants invariants;
    private final InMemoryStore database;
    private final Path directory = Path.of("/simulated", Thread.currentThread().getName());
    private Instant now = Instant.parse("2024-01-01T00:00:00Z");
    private int starts;
    SimulatedProcess process;
    ApplyEngine engine;

    private final class StillClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    World() {
        Clock clock = new StillClock();
        database = new InMemoryStore(clock);
        files = new SimulatedFiles(clock);
        files.put(Invariants.FOREIGN, "rw-r--r--", "#tryinclude pjsip_trunks.conf\n#tryinclude pjsip_users.conf\n");
        asterisk = new SimulatedAsterisk(files);
        asterisk.boot();
        invariants = new Invariants(files, asterisk, database);
        process = new SimulatedProcess(invariants::look);
        engine = engine(clock);
    }

    private ApplyEngine engine(Clock clock) {
        ApplySettings standard = ApplySettings.standard();
        ApplySettings settings = new ApplySettings(
                standard.rest(),
                standard.restFactor(),
                standard.reconcileInterval(),
                standard.pollInterval(),
                LEASE,
                standard.firstRetry(),
                standard.lastRetry(),
                "instance " + ++starts,
                clock,
                "");
        ProvisioningStore store = new SimulatedStore(database, process, invariants);
        Node node = new Node(
                Node.DEFAULT_NAME, SimulatedDisk.configFiles(files, directory, process), asterisk.reloader(process));
        return new ApplyEngine(store, Rendered.RENDERER, List.of(node), settings, List.of(), ApplyEngine.daemons());
    }

    /** Starts the program anew. */
    void start() {
        process = new SimulatedProcess(invariants::look);
        engine = engine(new StillClock());
    }

    /** Three trunks and three users, applied. */
    void establish() {
        change(Operation::establish);
        if (!engine.status().get(0).summary().contains("Seen running")) {
            throw new IllegalStateException(engine.status().toString());
        }
    }

    /** The process is gone; a reload that it had sent goes on. */
    void kill() {
        files.unlock();
        asterisk.finish();
        invariants.look();
    }

    /** The machine is gone, and comes back. */
    void cutPower(Loss loss, Random chance) {
        asterisk.stop();
        files.cutPower(loss, chance);
        invariants.powerCut();
        asterisk.boot();
    }

    /** Waits until the lease of a process that is gone has ended. */
    void waitForLease() {
        now = now.plus(LEASE).plusSeconds(1);
    }

    /** Looks at everything, once more if need be. */
    void reconcile() {
        if (!engine.reconcile().isVerified()) {
            engine.reconcile();
        }
    }

    /** All is as it should be, and stays so without doing anything. */
    void settled() {
        invariants.settled(verified());
        int changes = files.changes();
        int reloads = asterisk.reloads();
        engine.reconcile();
        engine.apply();
        if (files.changes() != changes || asterisk.reloads() != reloads) {
            throw new AssertionError("I10: " + (files.changes() - changes) + " changes of files and "
                    + (asterisk.reloads() - reloads) + " reloads for nothing");
        }
        invariants.settled(verified());
    }

    private long verified() {
        return engine.status().get(0).verifiedGeneration();
    }

    /** While Asterisk refuses something. */
    void bearable() {
        invariants.look();
        invariants.nothingIsLost();
        invariants.honest(verified());
    }

    /** As the public methods do it: stored in one transaction, then applied. */
    Applied change(Consumer<StoreWriting> change) {
        ProvisioningStore store = new SimulatedStore(database, process, invariants);
        long generation = store.write("somebody", (StoreWriting writing) -> {
                    change.accept(writing);
                    return true;
                })
                .generation();
        AtomicReference<Applied> applied = new AtomicReference<>();
        store.afterCommit(() -> applied.set(engine.bring(generation)));
        return applied.get();
    }

    Applied run(Operation operation, int number) {
        return change(writing -> operation.run(writing, number));
    }

    long generation() {
        return database.<Long>read(view -> view.generation());
    }
}
