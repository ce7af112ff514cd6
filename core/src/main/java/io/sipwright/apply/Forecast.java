package io.sipwright.apply;

import io.sipwright.pjsip.Section;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.render.Renderer;
import io.sipwright.store.ProvisioningStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a round would do that someone asks for. Looks at the files, the state and Asterisk, and changes nothing. */
final class Forecast {

    private final Node node;
    private final ProvisioningStore store;
    private final Renderer renderer;
    private final Beliefs beliefs;
    private final NodeRecord record;

    Forecast(Node node, ProvisioningStore store, Renderer renderer, Beliefs beliefs, NodeRecord record) {
        this.node = node;
        this.store = store;
        this.renderer = renderer;
        this.beliefs = beliefs;
        this.record = record;
    }

    /**
     * Makes the plan.
     *
     * @param usual how long rounds take
     */
    Plan plan(Optional<Duration> usual) {
        byte[] key = store.stampKey();
        PresentFiles present = PresentFiles.read(node.target());
        Planning planning = store.read(view -> Planning.of(view, renderer, present));
        ReloadOutcome seen = look(planning.generation(), present);
        boolean writes = !planning.differing().isEmpty();
        boolean reloads = writes || reloads(planning.generation(), seen);
        Outlook outlook = new Outlook(
                writes,
                reloads,
                Restarts.of(moved(planning, seen), planning.wanted()),
                reloads ? usual : Optional.of(Duration.ZERO));
        List<String> notes = new ArrayList<>(present.notes());
        ofFiles(planning, present, notes);
        ofAsterisk(seen, writes, reloads, notes);
        return new Plan(
                node.name(),
                planning.generation(),
                planning.changes(),
                outlook,
                notes,
                planning.fingerprint(key, node.name()));
    }

    /** Whether Asterisk runs what the files hold, and nothing that was in them before. */
    private ReloadOutcome look(long generation, PresentFiles present) {
        Manifest known = beliefs.running();
        boolean isCurrent =
                beliefs.isVerified() && beliefs.isIncarnation(node.reloader().incarnation());
        return node.reloader()
                .verify(new ReloadRequest(
                        generation, manifest(renderer, present), isCurrent ? known : known.doubting(known.keys())));
    }

    /** What files consist of; without what bears no stamp, though it should: it is not ours. */
    static Manifest manifest(Renderer renderer, PresentFiles present) {
        Marks marks = new Marks(renderer);
        List<Section> ours = present.sections().values().stream()
                .filter(section -> !marks.of(section).isEmpty())
                .toList();
        return Staging.manifest(renderer, ours);
    }

    /** The same that a round decides when it finds the files as they should be. */
    private boolean reloads(long generation, ReloadOutcome seen) {
        if (seen instanceof ReloadOutcome.Rejected) {
            return true;
        }
        if (beliefs.isUnobserved()) {
            return beliefs.verdict() instanceof ReloadOutcome.Accepted;
        }
        boolean settled = seen instanceof ReloadOutcome.Verified || seen instanceof ReloadOutcome.Unreachable;
        if (beliefs.isVerified()) {
            return !settled && !(seen instanceof ReloadOutcome.NotAsked);
        }
        return !settled || beliefs.shownGeneration() >= 0 || record.verifiedGeneration() < generation;
    }

    private static Set<ObjectKey> moved(Planning planning, ReloadOutcome seen) {
        Set<ObjectKey> moved = new LinkedHashSet<>();
        planning.changes().forEach(change -> moved.add(change.object()));
        if (seen instanceof ReloadOutcome.Rejected rejected) {
            rejected.objects().stream().map(RejectedObject::key).forEach(moved::add);
        }
        return moved;
    }

    private void ofFiles(Planning planning, PresentFiles present, List<String> notes) {
        List<String> differing = planning.differing();
        if (present.notes().isEmpty() && planning.changes().isEmpty() && !differing.isEmpty()) {
            notes.add("Only comments or the order differ in " + String.join(" and ", differing)
                    + "; what differs is written anew");
        }
        if (!differing.isEmpty()) {
            PresentFiles.NAMES.stream()
                    .filter(node.target()::leavesAlone)
                    .forEach(name -> notes.add(name
                            + " was edited by someone else; as things stand, applying leaves all files as they are"));
        }
        if (record.isPoisoned(planning.wanted())) {
            notes.add(
                    "This was applied before and taken back, because objects that ran were gone; applying tries again");
        }
    }

    private static void ofAsterisk(ReloadOutcome seen, boolean writes, boolean reloads, List<String> notes) {
        if (seen instanceof ReloadOutcome.Rejected) {
            notes.add("Asterisk does not run what the files hold now; applying has it reload. " + seen.summary());
        } else if (seen instanceof ReloadOutcome.Verified) {
            if (reloads && !writes) {
                notes.add("It is not known whether Asterisk runs something else besides; applying has it reload");
            }
        } else if (!(seen instanceof ReloadOutcome.NotAsked)) {
            notes.add("What Asterisk runs can't be told now. " + seen.summary());
        }
    }
}
