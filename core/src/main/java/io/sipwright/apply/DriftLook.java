package io.sipwright.apply;

import io.sipwright.apply.Drift.ObjectDrift;
import io.sipwright.apply.Drift.Place;
import io.sipwright.apply.Plan.Action;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.PjsipSyntaxException;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.render.Renderer;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.target.EditedFile;
import io.sipwright.target.TargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks for drift on one node. Not thread-safe. */
final class DriftLook {

    private final Node node;
    private final Renderer renderer;
    private final List<ObjectDrift> objects = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private DriftLook(Node node, Renderer renderer) {
        this.node = node;
        this.renderer = renderer;
    }

    static Drift of(Node node, ProvisioningStore store, Renderer renderer, boolean isApplied) {
        DriftLook look = new DriftLook(node, renderer);
        Map<String, EditedFile> edits = new LinkedHashMap<>();
        PresentFiles.NAMES.forEach(name -> look.edit(name, edits));
        Manifest.Builder wanted = Manifest.builder(renderer.isStamping());
        long generation = store.<Long>read(view -> {
            look.compare(edits.get(Renderer.TRUNKS_FILE), wanted, out -> Staging.trunks(view, renderer, out));
            look.compare(edits.get(Renderer.USERS_FILE), wanted, out -> Staging.users(view, renderer, out));
            return view.generation();
        });
        if (!isApplied && !edits.isEmpty()) {
            look.notes.add("Changes that are not applied yet count as differences of edited files, too");
        }
        // What is not applied yet, Asterisk is not expected to run: it is held against the files then.
        Manifest running = isApplied || !edits.isEmpty()
                ? wanted.build()
                : Forecast.manifest(renderer, PresentFiles.read(node.target()));
        look.ask(new ReloadRequest(generation, running, Manifest.empty()));
        return new Drift(node.name(), generation, look.objects, look.notes);
    }

    private void edit(String name, Map<String, EditedFile> edits) {
        try {
            node.target().edited(name).ifPresent(edit -> edits.put(name, edit));
        } catch (PjsipSyntaxException | TargetException e) {
            notes.add(name + " can't be compared: " + e.getMessage());
        }
    }

    private void compare(
            @Nullable EditedFile edit, Manifest.Builder wanted, Consumer<Consumer<PjsipElement>> rendering) {
        Map<ObjectKey, Section> found = new LinkedHashMap<>();
        if (edit != null) {
            edit.elements().stream()
                    .filter(Section.class::isInstance)
                    .map(Section.class::cast)
                    .filter(PresentFiles::isObject)
                    .forEach(section -> found.put(Staging.key(section), section));
        }
        Marks marks = new Marks(renderer);
        rendering.accept(element -> {
            if (element instanceof Section section) {
                wanted.add(
                        Staging.key(section),
                        new Manifest.Entry(marks.of(section), Staging.outboundAuth(section), null));
                if (edit != null) {
                    compare(section, found.remove(Staging.key(section)));
                }
            }
        });
        found.values()
                .forEach(section -> objects.add(new ObjectDrift(
                        Staging.key(section), Place.FILE, Action.ADDED, OptionChanges.between(null, section), "")));
    }

    private void compare(Section wanted, @Nullable Section found) {
        ObjectKey key = Staging.key(wanted);
        if (found == null) {
            objects.add(new ObjectDrift(key, Place.FILE, Action.REMOVED, List.of(), ""));
            return;
        }
        List<Plan.OptionChange> options = OptionChanges.between(wanted, found);
        if (!options.isEmpty()) {
            objects.add(new ObjectDrift(key, Place.FILE, Action.CHANGED, options, ""));
        }
    }

    private void ask(ReloadRequest request) {
        ReloadOutcome seen = node.reloader().verify(request);
        if (seen instanceof ReloadOutcome.Rejected rejected) {
            rejected.objects().forEach(object -> objects.add(drift(object)));
        } else if (!(seen instanceof ReloadOutcome.Verified)) {
            notes.add("What Asterisk runs is not known. " + seen.summary());
        }
    }

    private static ObjectDrift drift(RejectedObject object) {
        Action action = switch (object.state()) {
            case MISSING -> Action.REMOVED;
            case OTHER_VERSION -> Action.CHANGED;
            case NOT_REMOVED -> Action.ADDED;
        };
        return new ObjectDrift(object.key(), Place.ASTERISK, action, List.of(), object.reason());
    }
}
