package io.sipwright.apply;

import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.Section;
import io.sipwright.render.Renderer;
import io.sipwright.store.Change;
import io.sipwright.store.FormerState;
import io.sipwright.store.ObjectKind;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoredObjects;
import io.sipwright.target.RowObject;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What has changed since a generation: the sections of the objects concerned, as they were and as they are.
 *
 * @param generation number of the present state
 * @param before sections as they were
 * @param after objects as they are; without sections where they are gone
 */
record RowDelta(long generation, List<Section> before, List<RowObject> after) {

    private static final int PAGE = 500;

    /**
     * Reads it off the history of a store; empty when more objects than a limit are concerned, or all of them.
     *
     * @param since a generation; negative for none
     */
    static Optional<RowDelta> since(StoreView view, Renderer renderer, long since, int most) {
        return read(view, renderer, since, most, true);
    }

    /** The same without how the sections were, which takes less. */
    static Optional<List<RowObject>> after(StoreView view, Renderer renderer, long since, int most) {
        return read(view, renderer, since, most, false).map(RowDelta::after);
    }

    private static Optional<RowDelta> read(
            StoreView view, Renderer renderer, long since, int most, boolean withBefore) {
        if (since < 0 && view.generation() > 0) {
            return Optional.empty();
        }
        Set<String> trunks = new LinkedHashSet<>();
        Set<String> users = new LinkedHashSet<>();
        if (!concerned(view, since, most, trunks, users)) {
            return Optional.empty();
        }
        RowDelta delta = new RowDelta(view.generation(), new ArrayList<>(), new ArrayList<>());
        delta.add(view.trunks(), trunks, since, withBefore, renderer::trunk);
        delta.add(view.users(), users, since, withBefore, renderer::user);
        return Optional.of(delta);
    }

    /** All objects as they are now, one by one; the caller closes the stream. */
    static Stream<RowObject> all(StoreView view, Renderer renderer) {
        return Stream.concat(trunks(view, renderer), users(view, renderer));
    }

    static Stream<RowObject> trunks(StoreView view, Renderer renderer) {
        return rendered(view.trunks().stream(), renderer::trunk);
    }

    static Stream<RowObject> users(StoreView view, Renderer renderer) {
        return rendered(view.users().stream(), renderer::user);
    }

    private static <T extends ProvisionedObject> Stream<RowObject> rendered(
            Stream<T> objects, Function<ObjectSpec, List<PjsipElement>> renderer) {
        return objects.map(object -> new RowObject(object.name(), sections(renderer.apply(object.spec()))));
    }

    private static boolean concerned(StoreView view, long since, int most, Set<String> trunks, Set<String> users) {
        try (Stream<Change> changes = view.changesSince(since)) {
            return changes.allMatch(change -> {
                Set<String> names = change.kind() == ObjectKind.TRUNK ? trunks : users;
                names.add(change.name().toLowerCase(Locale.ROOT));
                return trunks.size() + users.size() <= most;
            });
        }
    }

    private <T extends ProvisionedObject> void add(
            StoredObjects<T> objects,
            Collection<String> names,
            long since,
            boolean withBefore,
            Function<ObjectSpec, List<PjsipElement>> renderer) {
        List<String> all = List.copyOf(names);
        for (int from = 0; from < all.size(); from += PAGE) {
            List<String> page = all.subList(from, Math.min(all.size(), from + PAGE));
            Map<String, T> present = objects.findAll(page);
            // Of what is gone, the past tells the name in its own case.
            List<String> asked = withBefore
                    ? page
                    : page.stream().filter(name -> !present.containsKey(name)).toList();
            Map<String, FormerState<T>> former = asked.isEmpty() ? Map.of() : objects.asOf(asked, since);
            for (String name : page) {
                FormerState<T> was = former.get(name);
                if (withBefore && was != null && was.change().action() != Change.Action.DELETED) {
                    before.addAll(sections(renderer.apply(was.object().spec())));
                }
                T is = present.get(name);
                after.add(
                        is == null
                                ? new RowObject(
                                        was == null ? name : was.object().name(), List.of())
                                : new RowObject(is.name(), sections(renderer.apply(is.spec()))));
            }
        }
    }

    static List<Section> sections(List<PjsipElement> elements) {
        return elements.stream()
                .filter(Section.class::isInstance)
                .map(Section.class::cast)
                .toList();
    }

    boolean isEmpty() {
        return after.isEmpty();
    }

    /** Sections as they are now. */
    List<Section> sectionsAfter() {
        return after.stream().flatMap(object -> object.sections().stream()).toList();
    }
}
