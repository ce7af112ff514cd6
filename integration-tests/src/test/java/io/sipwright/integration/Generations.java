package io.sipwright.integration;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.store.Change;
import io.sipwright.store.ObjectKind;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoredObjects;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import io.sipwright.template.TemplateCatalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The renderings of all states that were ever committed, by the audit of the store. */
final class Generations {

    private final ProvisioningStore store;
    private final Renderer renderer;
    private final Map<String, NavigableSet<Long>> byText = new HashMap<>();
    private final TreeMap<String, ObjectSpec> trunks = new TreeMap<>();
    private final TreeMap<String, ObjectSpec> users = new TreeMap<>();
    private long newest;

    Generations(ProvisioningStore store, AsteriskVersion version) {
        this.store = store;
        this.renderer = new Renderer(TemplateCatalog.shipped(), version, Stamps.keyed(store.stampKey()));
        note(0);
    }

    private record Step(Change change, ObjectSpec spec) {}

    /** Learns what was committed since the last time. */
    void update() {
        TreeMap<Long, Step> steps = store.read(this::steps);
        steps.forEach((generation, step) -> {
            Map<String, ObjectSpec> objects = step.change.kind() == ObjectKind.TRUNK ? trunks : users;
            if (step.change.action() == Change.Action.DELETED) {
                objects.remove(step.change.name());
            } else {
                objects.put(step.change.name(), step.spec);
            }
            note(generation);
        });
    }

    private TreeMap<Long, Step> steps(StoreView view) {
        List<Change> changes;
        try (Stream<Change> stream = view.changesSince(newest)) {
            changes = stream.toList();
        }
        Map<String, Integer> counts = new HashMap<>();
        changes.forEach(change -> counts.merge(change.kind() + " " + change.name(), 1, Integer::sum));
        TreeMap<Long, Step> steps = new TreeMap<>();
        counts.forEach((key, count) -> {
            String[] part = key.split(" ");
            collect(part[0].equals(ObjectKind.TRUNK.toString()) ? view.trunks() : view.users(), part[1], count, steps);
        });
        return steps;
    }

    private static void collect(
            StoredObjects<? extends ProvisionedObject> objects, String name, int count, Map<Long, Step> steps) {
        objects.history(name, count)
                .forEach(state -> steps.put(
                        state.change().generation(),
                        new Step(state.change(), state.object().spec())));
    }

    private void note(long generation) {
        byText.computeIfAbsent(trunksFile(), text -> new TreeSet<>()).add(generation);
        byText.computeIfAbsent(usersFile(), text -> new TreeSet<>()).add(generation);
        newest = Math.max(newest, generation);
    }

    long newest() {
        return newest;
    }

    String trunksFile() {
        return PjsipWriter.toString(renderer.trunks(trunks.values()));
    }

    String usersFile() {
        return PjsipWriter.toString(renderer.users(users.values()));
    }

    /** Number of active trunks and users together. */
    long active() {
        return Stream.concat(trunks.values().stream(), users.values().stream())
                .filter(ObjectSpec::active)
                .count();
    }

    boolean isKnown(String text) {
        return byText.containsKey(text);
    }

    /** The first generation from another on that a text is the rendering of; -1 if it is older, or of none. */
    long from(String text, long generation) {
        Long found = byText.getOrDefault(text, new TreeSet<>()).ceiling(generation);
        return found == null ? -1 : found;
    }
}
