package io.sipwright.apply;

import io.sipwright.pjsip.Section;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.render.Renderer;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.target.RowObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one Asterisk makes of rows: it is told what it does not find out by itself, and is looked at. Of a few changes each is
 * looked at; where all may be new, a sample. Not thread-safe.
 */
final class RowLooking {

    /** Trunks, and as many users, that are looked at where not all are. */
    static final int SAMPLE = 500;

    private final Node node;
    private final ProvisioningStore store;
    private final Renderer renderer;
    private final NodeRecord record;

    private @Nullable ReloadOutcome verdict;
    private long generation = -1;
    private String incarnation = "";

    RowLooking(Node node, ProvisioningStore store, Renderer renderer, NodeRecord record) {
        this.node = node;
        this.store = store;
        this.renderer = renderer;
        this.record = record;
    }

    void forget() {
        verdict = null;
        generation = -1;
        incarnation = "";
    }

    /** What is known of Asterisk; null while it was not looked at. */
    @Nullable
    ReloadOutcome verdict() {
        return verdict;
    }

    /** Generation that was looked at last. */
    long generation() {
        return generation;
    }

    boolean isVerified() {
        return verdict instanceof ReloadOutcome.Verified;
    }

    private boolean isUnobserved() {
        return verdict instanceof ReloadOutcome.NotAsked || verdict instanceof ReloadOutcome.Accepted;
    }

    /** Whether nothing has moved since a generation was looked at, and all was as it should be. */
    boolean isAtRest(long newest) {
        return generation == newest && (isUnobserved() || isVerified() && isSameAsterisk());
    }

    private boolean isSameAsterisk() {
        String now = node.reloader().incarnation();
        return !now.isEmpty() && now.equals(incarnation);
    }

    /** Has Asterisk take notice of what has changed since it was seen running all; null when it was not asked. */
    @Nullable
    ReloadOutcome look(Reason reason) {
        if (reason == Reason.CHANGE_WHILE_DOWN && verdict != null && !isVerified() && !isUnobserved()) {
            return verdict; // it was not reached, and is asked again soon enough
        }
        long since = isUnobserved() ? generation : record.verifiedGeneration();
        boolean anew = verdict == null || isVerified() && !isSameAsterisk() || reason == Reason.REQUEST;
        ReloadRequest request = store.read(view -> request(view, since, anew));
        boolean nothing = request.wanted().size() == 0 && request.running().size() == 0;
        ReloadOutcome outcome = nothing && isUnobserved() && verdict != null
                ? verdict
                : node.reloader().refresh(request);
        learn(request.generation(), outcome);
        return outcome;
    }

    private void learn(long seen, ReloadOutcome outcome) {
        verdict = outcome;
        generation = seen;
        if (isVerified()) {
            incarnation = node.reloader().incarnation();
            record.verified(seen);
        }
    }

    /**
     * What is to be looked at.
     *
     * @param anew whether others than those that have changed are looked at as well, because Asterisk may be another one
     */
    private ReloadRequest request(StoreView view, long since, boolean anew) {
        Optional<RowDelta> delta =
                since > view.generation() ? Optional.empty() : RowDelta.since(view, renderer, since, RowWriting.MOST);
        List<Section> before = delta.map(RowDelta::before).orElse(List.of());
        List<Section> after = delta.map(RowDelta::sectionsAfter).orElse(List.of());
        if (!anew && delta.isPresent()) {
            return new ReloadRequest(view.generation(), manifest(after), manifest(before));
        }
        Manifest sample = manifest(sections(view)); // known to be there, not in which version
        return new ReloadRequest(
                view.generation(),
                manifest(after).and(sample),
                sample.doubting(sample.keys()).and(manifest(before)));
    }

    /** Some objects to be looked at: trunks and users, the first of each. */
    ReloadRequest sample(StoreView view) {
        return new ReloadRequest(view.generation(), manifest(sections(view)), Manifest.empty());
    }

    private Manifest manifest(List<Section> sections) {
        return Staging.manifest(renderer, sections);
    }

    private List<Section> sections(StoreView view) {
        List<Section> sections = new ArrayList<>();
        try (Stream<RowObject> trunks = RowDelta.trunks(view, renderer);
                Stream<RowObject> users = RowDelta.users(view, renderer)) {
            trunks.limit(SAMPLE).forEach(object -> sections.addAll(object.sections()));
            users.limit(SAMPLE).forEach(object -> sections.addAll(object.sections()));
        }
        return sections;
    }
}
