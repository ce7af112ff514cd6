package io.sipwright.apply;

import io.sipwright.reload.Manifest;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import org.jspecify.annotations.Nullable;

/**
 * What one Asterisk makes of rows: it is told what it does not find out by itself, and is looked at. Of a few changes each is
 * looked at; where all may be new, a sample. Not thread-safe.
 */
final class RowLooking {

    /** Trunks, and as many users, that are looked at where not all are. */
    static final int SAMPLE = 500;

    private final Node node;
    private final SharedChanges changes;
    private final NodeRecord record;

    private @Nullable ReloadOutcome verdict;
    private long generation = -1;
    private String incarnation = "";

    RowLooking(Node node, SharedChanges changes, NodeRecord record) {
        this.node = node;
        this.changes = changes;
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
        ReloadRequest request = request(changes.since(since), anew);
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
    private ReloadRequest request(SharedChanges.Since since, boolean anew) {
        if (!anew && since.isKnown()) {
            return new ReloadRequest(since.generation(), since.after(), since.before());
        }
        Manifest sample = changes.sample().objects(); // known to be there, not in which version
        return new ReloadRequest(
                since.generation(),
                since.after().and(sample),
                sample.doubting(sample.keys()).and(since.before()));
    }

    /** Some objects to be looked at: trunks and users, the first of each. */
    ReloadRequest sample() {
        SharedChanges.Sample sample = changes.sample();
        return new ReloadRequest(sample.generation(), sample.objects(), Manifest.empty());
    }
}
