package io.sipwright.apply;

import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import io.sipwright.render.Renderer;
import io.sipwright.store.Change;
import io.sipwright.store.ObjectKind;
import io.sipwright.store.StoreView;
import io.sipwright.target.StagedWrite;
import io.sipwright.target.Target;
import io.sipwright.target.TargetFile;
import io.sipwright.trunk.Trunk;
import io.sipwright.user.SipUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One state, rendered to a target, and what it consists of.
 *
 * @param generation number of the state
 * @param files as they are ready to be shown
 * @param manifest of all objects in them
 * @param objects by the name of the file that they are in
 */
record Staging(long generation, StagedWrite files, Manifest manifest, Map<String, List<ObjectKey>> objects) {

    /**
     * Renders a state.
     *
     * @param before what ran before; the content of what differs from it is kept in the manifest: all of it when there are no stamps,
     *     otherwise of the first objects
     * @param shown generation that the files hold; negative when that is not known
     */
    static Staging of(StoreView view, Renderer renderer, Target target, Manifest before, long shown) {
        Collector objects = new Collector(renderer, before);
        StagedWrite files = target.stage(List.of(
                objects.watching(
                        Renderer.TRUNKS_FILE,
                        out -> trunks(view, renderer, out),
                        isChanged(view, ObjectKind.TRUNK, shown)),
                objects.watching(
                        Renderer.USERS_FILE,
                        out -> users(view, renderer, out),
                        isChanged(view, ObjectKind.USER, shown))));
        return new Staging(view.generation(), files, objects.manifest(), objects.byFile);
    }

    private static boolean isChanged(StoreView view, ObjectKind kind, long shown) {
        if (shown < 0 || shown >= view.generation()) {
            return false;
        }
        try (Stream<Change> changes = view.changesSince(shown)) {
            return changes.anyMatch(change -> change.kind() == kind);
        }
    }

    /** What the last known good of a target consists of; empty when none is kept. */
    static Optional<Manifest> good(Renderer renderer, Target target) {
        Collector objects = new Collector(renderer, Manifest.empty());
        boolean kept = target.readGood(element -> {
            if (element instanceof Section section) {
                objects.take(section);
            }
        });
        return kept ? Optional.of(objects.manifest()) : Optional.empty();
    }

    /** What some sections are, all in one. */
    static Manifest manifest(Renderer renderer, List<Section> sections) {
        Collector objects = new Collector(renderer, Manifest.empty());
        sections.forEach(objects::take);
        return objects.manifest();
    }

    static ObjectKey key(Section section) {
        return new ObjectKey(section.type().orElse(""), section.name());
    }

    /** The auths that a registration names; null where there is none. */
    static @Nullable String outboundAuth(Section section) {
        boolean registers = section.type().filter("registration"::equals).isPresent();
        return registers ? section.first("outbound_auth").orElse(null) : null;
    }

    static void trunks(StoreView view, Renderer renderer, Consumer<? super PjsipElement> out) {
        try (Stream<Trunk> trunks = view.trunks().stream()) {
            trunks.forEach(trunk -> renderer.trunk(trunk.spec()).forEach(out));
        }
    }

    static void users(StoreView view, Renderer renderer, Consumer<? super PjsipElement> out) {
        try (Stream<SipUser> users = view.users().stream()) {
            users.forEach(user -> renderer.user(user.spec()).forEach(out));
        }
    }

    /** Takes down the objects that pass by; the same object passes more than once. */
    private static final class Collector {

        private static final int MOST_KEPT = 256;

        private final boolean stamped;
        private final Marks marks;
        private final Manifest before;
        private final Map<ObjectKey, Manifest.Entry> entries = new LinkedHashMap<>();
        private final Map<String, List<ObjectKey>> byFile = new HashMap<>();
        private int keptSections;

        Collector(Renderer renderer, Manifest before) {
            this.stamped = renderer.isStamping();
            this.marks = new Marks(renderer);
            this.before = before;
        }

        TargetFile watching(String name, TargetFile.Content content, boolean expectedToDiffer) {
            List<ObjectKey> inFile = byFile.computeIfAbsent(name, key -> new ArrayList<>());
            return new TargetFile(
                    name,
                    out -> content.forEach(element -> {
                        if (element instanceof Section section && take(section)) {
                            inFile.add(key(section));
                        }
                        out.accept(element);
                    }),
                    expectedToDiffer);
        }

        /** Whether it was not there yet. */
        private boolean take(Section section) {
            ObjectKey key = key(section);
            if (entries.containsKey(key)) {
                return false;
            }
            String mark = marks.of(section);
            boolean changed =
                    before.find(key).filter(entry -> entry.mark().equals(mark)).isEmpty();
            // A stamp proves which version is loaded, not that nothing was cut from its values: some are compared.
            boolean kept = changed && (!stamped || keptSections++ < MOST_KEPT);
            entries.put(key, new Manifest.Entry(mark, outboundAuth(section), kept ? section : null));
            return true;
        }

        Manifest manifest() {
            Manifest.Builder builder = Manifest.builder(stamped);
            entries.forEach(builder::add);
            return builder.build();
        }
    }
}
