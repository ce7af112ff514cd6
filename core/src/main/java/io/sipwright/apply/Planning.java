package io.sipwright.apply;

import io.sipwright.apply.Plan.Action;
import io.sipwright.apply.Plan.ObjectChange;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import io.sipwright.render.Renderer;
import io.sipwright.store.StoreView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Compares a state with what the files of a node hold. Not thread-safe. */
final class Planning {

    private final PresentFiles present;
    private final long generation;
    private final Marks marks;
    private final Map<ObjectKey, Section> unwanted;
    private final List<ObjectChange> changes = new ArrayList<>();
    private final Map<String, String> digests = new LinkedHashMap<>();
    private final Manifest manifest;

    private Planning(StoreView view, Renderer renderer, PresentFiles present) {
        this.present = present;
        this.generation = view.generation();
        this.marks = new Marks(renderer);
        this.unwanted = new LinkedHashMap<>(present.sections());
        Manifest.Builder wanted = Manifest.builder(renderer.isStamping());
        digest(Renderer.TRUNKS_FILE, wanted, out -> Staging.trunks(view, renderer, out));
        digest(Renderer.USERS_FILE, wanted, out -> Staging.users(view, renderer, out));
        this.manifest = wanted.build();
    }

    static Planning of(StoreView view, Renderer renderer, PresentFiles present) {
        return new Planning(view, renderer, present);
    }

    private void digest(String file, Manifest.Builder wanted, Consumer<Consumer<PjsipElement>> rendering) {
        ElementDigest digest = new ElementDigest();
        rendering.accept(element -> {
            digest.add(element);
            if (element instanceof Section section) {
                wanted.add(
                        Staging.key(section),
                        new Manifest.Entry(marks.of(section), Staging.outboundAuth(section), null));
                compare(section);
            }
        });
        digests.put(file, digest.end());
    }

    private void compare(Section after) {
        ObjectKey key = Staging.key(after);
        Section before = unwanted.remove(key);
        if (before == null) {
            changes.add(new ObjectChange(key, Action.ADDED, OptionChanges.between(null, after)));
        } else if (!before.options().equals(after.options())) {
            changes.add(new ObjectChange(key, Action.CHANGED, OptionChanges.between(before, after)));
        }
    }

    long generation() {
        return generation;
    }

    /** Removed ones first. */
    List<ObjectChange> changes() {
        List<ObjectChange> all = new ArrayList<>();
        unwanted.keySet().forEach(key -> all.add(new ObjectChange(key, Action.REMOVED, List.of())));
        all.addAll(changes);
        return all;
    }

    /** What the files would consist of. */
    Manifest wanted() {
        return manifest;
    }

    /** Files that would be written, as far as that can be told without their bytes. */
    List<String> differing() {
        return PresentFiles.NAMES.stream()
                .filter(name ->
                        !Objects.equals(digests.get(name), present.digests().get(name)))
                .toList();
    }

    /** What the plan is made from; the key keeps it from telling anything. */
    String fingerprint(byte[] key, String node) {
        return Fingerprint.of(
                key,
                List.of(
                        node,
                        Long.toString(generation),
                        digests.toString(),
                        present.digests().toString()));
    }
}
