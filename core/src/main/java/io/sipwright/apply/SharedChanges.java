package io.sipwright.apply;

import io.sipwright.pjsip.Section;
import io.sipwright.reload.Manifest;
import io.sipwright.render.Renderer;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.target.RowObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What nodes look at, read and rendered once for all that ask for the same: nodes are woken together, and most were seen running
 * the same generation. Keeps marks, and few sections. One reading at a time, so that nodes that wait hold no connection.
 * Thread-safe.
 */
final class SharedChanges {

    /** Nodes that were away for different times are few. */
    private static final int KEPT = 4;

    private final ProvisioningStore store;
    private final Renderer renderer;
    private final ReentrantLock one = new ReentrantLock();
    private final Map<Long, Since> known = new LinkedHashMap<>();
    private @Nullable Sample sample;

    SharedChanges(ProvisioningStore store, Renderer renderer) {
        this.store = store;
        this.renderer = renderer;
    }

    /**
     * What has changed since a generation.
     *
     * @param generation the newest
     * @param isKnown false where anything may have changed
     */
    record Since(long generation, boolean isKnown, Manifest before, Manifest after) {}

    /** Some objects of a generation. */
    record Sample(long generation, Manifest objects) {}

    Since since(long earlier) {
        return alone(() -> {
            Since found = known.remove(earlier);
            if (found == null || found.generation != newest()) {
                found = store.read(view -> read(view, earlier));
            }
            known.put(earlier, found);
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
            return found;
        });
    }

    Sample sample() {
        return alone(() -> {
            Sample found = sample;
            if (found == null || found.generation != newest()) {
                found = store.read(view -> new Sample(view.generation(), manifest(sections(view))));
                sample = found;
            }
            return found;
        });
    }

    private <R> R alone(Supplier<R> work) {
        one.lock();
        try {
            return work.get();
        } finally {
            one.unlock();
        }
    }

    private long newest() {
        return store.<Long>read(StoreView::generation);
    }

    private Since read(StoreView view, long earlier) {
        Optional<RowDelta> delta = earlier > view.generation()
                ? Optional.empty()
                : RowDelta.since(view, renderer, earlier, RowWriting.MOST);
        return new Since(
                view.generation(),
                delta.isPresent(),
                manifest(delta.map(RowDelta::before).orElse(List.of())),
                manifest(delta.map(RowDelta::sectionsAfter).orElse(List.of())));
    }

    private Manifest manifest(List<Section> sections) {
        return Staging.manifest(renderer, sections);
    }

    private List<Section> sections(StoreView view) {
        List<Section> sections = new ArrayList<>();
        try (Stream<RowObject> trunks = RowDelta.trunks(view, renderer);
                Stream<RowObject> users = RowDelta.users(view, renderer)) {
            trunks.limit(RowLooking.SAMPLE).forEach(object -> sections.addAll(object.sections()));
            users.limit(RowLooking.SAMPLE).forEach(object -> sections.addAll(object.sections()));
        }
        return sections;
    }
}
