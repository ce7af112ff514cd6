package io.sipwright.apply;

import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one node: what its files hold, and what Asterisk runs. Nothing is known at the start, or after another
 * instance had the node.
 */
final class Beliefs {

    /** What Asterisk was seen running; objects that are in doubt since have no mark. */
    private Manifest running = Manifest.empty();

    private @Nullable Manifest shown;
    private long shownGeneration = -1;
    private @Nullable ReloadOutcome verdict;
    private String incarnation = "";

    private @Nullable Manifest good;
    private long goodGeneration = -1;

    Manifest running() {
        return running;
    }

    /** What is known of Asterisk since the files hold what they hold; null while it was not asked. */
    @Nullable
    ReloadOutcome verdict() {
        return verdict;
    }

    /** Generation that the files hold. */
    long shownGeneration() {
        return shownGeneration;
    }

    boolean isVerified() {
        return verdict instanceof ReloadOutcome.Verified;
    }

    /** Whether Asterisk is not looked at, on purpose. */
    boolean isUnobserved() {
        return verdict instanceof ReloadOutcome.NotAsked || verdict instanceof ReloadOutcome.Accepted;
    }

    boolean isIncarnation(String now) {
        return !now.isEmpty() && now.equals(incarnation);
    }

    /** The files hold a rendering now; true if it is another one than before. */
    boolean show(long generation, Manifest manifest, boolean written) {
        boolean same = shown != null && manifest.equals(shown);
        boolean other = written || !same;
        if (other) {
            verdict = null;
        }
        if (written && same) {
            running = running.doubting(running.keys()); // someone had edited the files, and Asterisk may have read that
        }
        shown = manifest;
        shownGeneration = generation;
        return other;
    }

    /** Asterisk has told something. */
    void learn(ReloadRequest request, ReloadOutcome outcome, String incarnationNow) {
        verdict = outcome;
        incarnation = incarnationNow;
        if (isVerified() || isUnobserved()) {
            running = request.wanted();
            good = request.wanted();
            goodGeneration = shownGeneration;
        } else if (outcome instanceof ReloadOutcome.Rejected rejected) {
            running = request.wanted()
                    .doubting(
                            rejected.objects().stream().map(RejectedObject::key).toList());
        } else {
            doubt(request);
        }
    }

    /** Whether anything is known of what Asterisk runs. */
    boolean isBlank() {
        return running.size() == 0 && shown == null;
    }

    /** Asterisk was seen running what the files held before anything was shown, as far as it has marks. */
    void saw(Manifest present) {
        running = present;
    }

    /** Asterisk ran something once, and perhaps still does where it is not what was seen since. */
    void ranBefore(Manifest before) {
        running = running.doubting(before.changedSince(running));
    }

    /** Asterisk may run what is asked of it from now on, even if no one sees whether it does. */
    void doubt(ReloadRequest request) {
        Set<ObjectKey> doubtful = new LinkedHashSet<>(request.changed());
        doubtful.addAll(request.removed());
        running = running.doubting(doubtful);
    }

    /** Whether objects are missing that ran when all was as it should be. */
    static boolean areLost(ReloadOutcome.Rejected rejected, Manifest before) {
        return rejected.objects().stream()
                .filter(object -> object.state() == RejectedObject.State.MISSING)
                .anyMatch(object -> before.find(object.key()).isPresent());
    }

    /** Whether objects that should run do not, or not as they should; others that should be gone do no harm to them. */
    boolean isRunningBadly() {
        return verdict instanceof ReloadOutcome.Rejected rejected
                && rejected.objects().stream().anyMatch(object -> object.state() != RejectedObject.State.NOT_REMOVED);
    }

    /** What ran last as it should; null if nothing did. */
    @Nullable
    Manifest good() {
        return good;
    }

    /** The files hold the last known good again; Asterisk may still run anything of what they held before. */
    void restored(Manifest manifest) {
        running = running.doubting(running.keys());
        shown = manifest;
        shownGeneration = goodGeneration;
        verdict = null;
    }

    /** Whether the files hold something that Asterisk was not seen running, though it is looked at. */
    boolean isOwed() {
        return shown != null && !isVerified() && !isUnobserved();
    }
}
