package io.sipwright.simulation;

import io.sipwright.reload.ObjectKey;
import io.sipwright.render.Renderer;
import io.sipwright.store.Change;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.NodeState;
import io.sipwright.store.StoreView;
import io.sipwright.target.SimulatedFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must hold at every step, whatever broke before it. Determinism, round trips, secrets and time limits (I6, I7, I11, I13,
 * I15) have tests of their own.
 */
final class Invariants {

    static final List<String> FILES = List.of(Renderer.TRUNKS_FILE, Renderer.USERS_FILE);
    static final String FOREIGN = "pjsip.conf";

    private static final Set<String> CLEAN = Set.of(
            Renderer.TRUNKS_FILE,
            Renderer.USERS_FILE,
            "." + Renderer.TRUNKS_FILE + ".lkg",
            "." + Renderer.USERS_FILE + ".lkg",
            "." + Renderer.TRUNKS_FILE + ".written",
            "." + Renderer.USERS_FILE + ".written",
            ".sipwright.lock",
            FOREIGN);

    private final SimulatedFiles files;
    private final SimulatedAsterisk asterisk;
    private final InMemoryStore database;
    /** Each committed state, by its generation. */
    private final List<Rendered> committed = new ArrayList<>();

    private final Map<String, byte[]> seen = new HashMap<>();
    /** The smallest generation that each file can hold if it never went back; -1 while it need not be there. */
    private final Map<String, Integer> floor = new HashMap<>();
    /** What the node was last recorded to have in its files, and to run. */
    private int promised = -1;

    private int verified = -1;
    private boolean mayGoBack;
    private byte @Nullable [] foreign;

    Invariants(SimulatedFiles files, SimulatedAsterisk asterisk, InMemoryStore database) {
        this.files = files;
        this.asterisk = asterisk;
        this.database = database;
        FILES.forEach(name -> floor.put(name, -1));
        committed();
    }

    /** Objects are lost from now on, so that files may be taken back. */
    void allowTakingBack(boolean allowed) {
        mayGoBack = allowed;
    }

    private static AssertionError violation(String invariant, String text) {
        return new AssertionError(invariant + ": " + text);
    }

    /** A transaction has succeeded. */
    void committed() {
        database.read(view -> {
            if (view.generation() == committed.size()) {
                committed.add(Rendered.of(view));
            }
            return view.generation();
        });
    }

    private int newest() {
        return committed.size() - 1;
    }

    /** What must hold at every step. */
    void look() {
        for (String name : FILES) {
            byte[] bytes = files.bytes(name);
            if (bytes != seen.get(name)) {
                if (asterisk.isLoading()) {
                    throw violation("I9", name + " was replaced while Asterisk read it");
                }
                hold(name, bytes);
                seen.put(name, bytes);
            }
        }
        modes();
    }

    private void hold(String name, byte @Nullable [] bytes) {
        int lowest = floor.getOrDefault(name, -1);
        if (bytes == null) {
            if (lowest >= 0) {
                throw violation("I1", name + " is gone");
            }
            return;
        }
        for (int generation = mayGoBack ? 0 : Math.max(0, lowest); generation <= newest(); generation++) {
            if (Arrays.equals(bytes, committed.get(generation).file(name))) {
                floor.put(name, generation);
                return;
            }
        }
        boolean older = committed.stream().anyMatch(state -> Arrays.equals(bytes, state.file(name)));
        String text = new String(bytes, StandardCharsets.UTF_8);
        throw older
                ? violation("I5", name + " went back behind generation " + lowest)
                : violation("I1/I4", name + " holds no committed state, but " + bytes.length + " bytes: " + text);
    }

    private void modes() {
        for (String name : files.names()) {
            if (name.equals(FOREIGN)) {
                byte[] bytes = files.bytes(name);
                if (foreign != null && bytes != foreign) {
                    throw violation("I16", name + " was touched");
                }
                foreign = bytes;
                continue;
            }
            String mode = files.mode(name);
            byte[] bytes = files.bytes(name);
            boolean empty = bytes == null || bytes.length == 0;
            if (!mode.equals("rw-r-----") && !(mode.equals("rw-------") && empty)) {
                throw violation("I12", name + " has mode " + mode + (empty ? "" : " and content"));
            }
        }
    }

    /** What was not durable is lost; what was recorded as written must not be. */
    void powerCut() {
        seen.clear();
        foreign = null;
        FILES.forEach(name -> floor.put(name, promised));
        look();
    }

    /** A process has recorded how far the node is. */
    void recorded(NodeState before, NodeState now) {
        look();
        if (now.verifiedGeneration() < before.verifiedGeneration()) {
            throw violation("I5", "verified went from " + before + " to " + now);
        }
        if (now.verifiedGeneration() > before.verifiedGeneration()) {
            Rendered state = committed.get((int) now.verifiedGeneration());
            if (!asterisk.running().equals(state.objects())) {
                throw violation("I2", "generation " + now.verifiedGeneration() + " was not running");
            }
        }
        if (now.writtenGeneration() >= 0) {
            Rendered state = committed.get((int) now.writtenGeneration());
            for (String name : FILES) {
                boolean older = floor.getOrDefault(name, -1) < now.writtenGeneration();
                if (older && !Arrays.equals(files.bytes(name), state.file(name))) {
                    throw violation("I2", name + " does not hold generation " + now.writtenGeneration());
                }
            }
            promised = (int) now.writtenGeneration();
        }
        verified = (int) now.verifiedGeneration();
    }

    /** Objects that were seen running, and are still wanted, run in some version, whatever was refused since. */
    void nothingIsLost() {
        if (verified < 0) {
            return;
        }
        Map<ObjectKey, String> running = asterisk.running();
        for (ObjectKey key : committed.get(verified).objects().keySet()) {
            boolean alwaysWanted = committed.subList(verified, committed.size()).stream()
                    .allMatch(state -> state.objects().containsKey(key));
            if (alwaysWanted && !running.containsKey(key)) {
                throw violation("I8/I17", key + " ran, is wanted, and is gone");
            }
        }
    }

    /** What must hold when all is well again and there was time for a round. */
    void settled(long verifiedGeneration) {
        look();
        Rendered wanted = committed.get(newest());
        for (String name : FILES) {
            if (!Arrays.equals(files.bytes(name), wanted.file(name))) {
                throw violation("I3", name + " does not hold the newest generation, " + newest());
            }
            if (!Arrays.equals(files.bytes("." + name + ".lkg"), wanted.file(name))) {
                throw violation("I17", "the last known good of " + name + " is not what runs");
            }
        }
        if (!asterisk.running().equals(wanted.objects())) {
            throw violation("I3", "Asterisk does not run the newest generation, " + newest());
        }
        if (verifiedGeneration != newest() || verified != newest()) {
            throw violation(
                    "I3", "verified is " + verifiedGeneration + ", recorded " + verified + ", wanted " + newest());
        }
        for (String name : files.names()) {
            if (!CLEAN.contains(name)) {
                throw violation("I14", name + " was left behind");
            }
        }
        audit();
    }

    private void audit() {
        List<Change> changes = database.read((StoreView view) -> {
            try (Stream<Change> stream = view.changesSince(1)) {
                return stream.toList();
            }
        });
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i).generation() != i + 2L) {
                throw violation("I18", "the audit tells of " + changes);
            }
        }
        if (changes.size() != Math.max(0, newest() - 1)) {
            throw violation("I18", "the audit tells of " + changes.size() + " changes in " + newest() + " generations");
        }
    }

    /** Whether this is how far a running node may be said to be. */
    void honest(long verifiedGeneration) {
        if (verifiedGeneration == newest()
                && !asterisk.running().equals(committed.get(newest()).objects())) {
            throw violation("I17", "the status says that generation " + newest() + " runs");
        }
    }
}
