package io.sipwright.apply;

import io.sipwright.apply.Drift.ObjectDrift;
import io.sipwright.apply.Drift.Place;
import io.sipwright.apply.Plan.Action;
import io.sipwright.apply.Plan.ObjectChange;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.render.Renderer;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.target.EditedRow;
import io.sipwright.target.RowTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a round on rows would do, and what differs from what should be. Looks only. */
final class RowForecast {

    private static final String UNKNOWN = "What the rows hold is not known as a whole; all of them are compared";

    private final Node node;
    private final RowTarget target;
    private final ProvisioningStore store;
    private final Renderer renderer;
    private final RowLooking looking;

    RowForecast(Node node, RowTarget target, ProvisioningStore store, Renderer renderer, RowLooking looking) {
        this.node = node;
        this.target = target;
        this.store = store;
        this.renderer = renderer;
        this.looking = looking;
    }

    Plan plan(Optional<Duration> usual) {
        long there = target.generation();
        byte[] key = store.stampKey();
        return store.read(view -> {
            List<ObjectChange> changes = new ArrayList<>();
            List<String> notes = new ArrayList<>();
            Manifest wanted = Manifest.empty();
            Optional<RowDelta> delta = there > view.generation()
                    ? Optional.empty()
                    : RowDelta.since(view, renderer, there, RowWriting.MOST);
            if (delta.isPresent()) {
                changes.addAll(changes(delta.get()));
                wanted = Staging.manifest(renderer, delta.get().sectionsAfter());
            } else {
                notes.add(UNKNOWN);
            }
            boolean writes = there != view.generation();
            boolean looks = writes || !looking.isAtRest(view.generation());
            Set<ObjectKey> moved = new LinkedHashSet<>();
            changes.forEach(change -> moved.add(change.object()));
            return new Plan(
                    node.name(),
                    view.generation(),
                    changes,
                    new Outlook(writes, looks, Restarts.of(moved, wanted), looks ? usual : Optional.of(Duration.ZERO)),
                    notes,
                    Fingerprint.of(
                            key,
                            List.of(
                                    node.name(),
                                    Long.toString(view.generation()),
                                    Long.toString(there),
                                    changes.toString())));
        });
    }

    /** Removed ones first. */
    private static List<ObjectChange> changes(RowDelta delta) {
        Map<ObjectKey, Section> before = new LinkedHashMap<>();
        delta.before().forEach(section -> before.put(Staging.key(section), section));
        List<ObjectChange> changes = new ArrayList<>();
        for (Section section : delta.sectionsAfter()) {
            Section was = before.remove(Staging.key(section));
            if (was == null) {
                changes.add(new ObjectChange(Staging.key(section), Action.ADDED, OptionChanges.between(null, section)));
            } else if (!was.options().equals(section.options())) {
                changes.add(
                        new ObjectChange(Staging.key(section), Action.CHANGED, OptionChanges.between(was, section)));
            }
        }
        List<ObjectChange> all = new ArrayList<>();
        before.keySet().forEach(key -> all.add(new ObjectChange(key, Action.REMOVED, List.of())));
        all.addAll(changes);
        return all;
    }

    Drift drift() {
        List<ObjectDrift> objects = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (EditedRow row : target.editedRows()) {
            objects.add(new ObjectDrift(
                    new ObjectKey(row.type(), row.name()),
                    Place.ROW,
                    row.isGone() ? Action.REMOVED : Action.CHANGED,
                    List.of(),
                    ""));
        }
        ReloadRequest sample = looking.sample();
        if (sample.generation() != target.generation()) {
            notes.add("Changes that are not applied yet count as differences of Asterisk, too");
        }
        ReloadOutcome seen = node.reloader().verify(sample);
        if (seen instanceof ReloadOutcome.Rejected rejected) {
            rejected.objects().forEach(object -> objects.add(drift(object)));
        } else if (!(seen instanceof ReloadOutcome.Verified)) {
            notes.add("What Asterisk runs is not known. " + seen.summary());
        }
        notes.add("Of trunks and users, " + RowLooking.SAMPLE + " each were looked at in Asterisk at most");
        return new Drift(node.name(), sample.generation(), objects, notes);
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
