package io.sipwright.apply;

import io.sipwright.reload.Manifest;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.render.Renderer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the Asterisk of one node reload where that may change anything, looks at what runs then, keeps what does as last known
 * good, and brings that back if objects are gone that ran before. Not thread-safe.
 */
final class Reloading {

    private static final Logger LOG = LoggerFactory.getLogger(Reloading.class);

    private final Node node;
    private final Tenure tenure;
    private final ApplyListener listener;
    private final NodeRecord record;
    private final LastGood lastGood;
    private final Inheritance inheritance;
    private Beliefs beliefs = new Beliefs();
    /** What Asterisk told before this round, of which nothing else is known. */
    private @Nullable ReloadOutcome seen;
    /** Why Asterisk could not be asked the last time; null when it could. */
    private @Nullable ReloadOutcome trouble;

    /**
     * What a round has come to.
     *
     * @param outcome what is known of Asterisk; null when it was not asked
     * @param restored whether the last known good was brought back
     */
    record Result(@Nullable ReloadOutcome outcome, boolean restored) {}

    Reloading(Node node, Renderer renderer, Tenure tenure, ApplyListener listener, NodeRecord record) {
        this.node = node;
        this.tenure = tenure;
        this.listener = listener;
        this.record = record;
        this.lastGood = new LastGood(node, renderer);
        this.inheritance = new Inheritance(node, renderer);
    }

    Beliefs beliefs() {
        return beliefs;
    }

    /** Nothing is known any more. */
    void forget() {
        beliefs = new Beliefs();
    }

    /** Whether Asterisk could not be asked the last time, and only a retry is to wait for it. */
    boolean isPutOff(Reason reason) {
        return reason == Reason.CHANGE_WHILE_DOWN && trouble != null;
    }

    /** Whether nothing has moved since all was as it should be: not the state, not the files, not Asterisk. */
    boolean isAtRest(long generation) {
        return generation == beliefs.shownGeneration()
                && lastGood.isKept()
                && node.target().isUntouched()
                && (beliefs.isUnobserved()
                        || beliefs.isVerified()
                                && beliefs.isIncarnation(node.reloader().incarnation()));
    }

    /** Before anything is shown: what another instance has left, if nothing else is known. */
    void inherit(long generation, Reason reason, Stopwatch stopwatch) {
        seen = beliefs.isBlank() ? inheritance.look(beliefs, generation, !isPutOff(reason)) : null;
        if (seen != null) {
            stopwatch.lap(Phase.RELOAD);
        }
    }

    /** After a rendering was shown, or was there already. */
    Result after(Staging staging, boolean written, Reason reason, Stopwatch stopwatch) {
        boolean first = beliefs.shownGeneration() < 0;
        boolean asFound = first
                && !written
                && record.verifiedGeneration() >= staging.generation(); // or something removed may still run
        if (first) {
            inheritance.recall(beliefs);
        }
        boolean other = beliefs.show(staging.generation(), staging.manifest(), written);
        ReloadRequest request = new ReloadRequest(staging.generation(), staging.manifest(), beliefs.running());
        beliefs.doubt(request); // from now on Asterisk may read it, whoever makes it do so
        ReloadOutcome outcome = asFound ? lookFirst(request) : observe(request, other, reason);
        boolean restored = outcome instanceof ReloadOutcome.Rejected rejected && takeBack(rejected, request);
        stopwatch.lap(Phase.RELOAD);
        return new Result(restored && trouble != null ? trouble : outcome, restored);
    }

    /** What was taken back is not shown again; Asterisk gets what is still owed to it of the last known good. */
    Result stayBack(Reason reason, Stopwatch stopwatch) {
        Manifest good = beliefs.good();
        boolean refused = beliefs.verdict() instanceof ReloadOutcome.Rejected; // it would only be refused again
        if (good != null && beliefs.isOwed() && !refused && reason != Reason.CHANGE_WHILE_DOWN) {
            reloadGood(good);
            stopwatch.lap(Phase.RELOAD);
        }
        return new Result(beliefs.isOwed() && trouble != null ? trouble : beliefs.verdict(), true);
    }

    /** Has Asterisk reload where that may change anything; null when all is known. */
    private @Nullable ReloadOutcome observe(ReloadRequest request, boolean otherFiles, Reason reason) {
        if (!otherFiles && !lastGood.isKept() && (beliefs.isVerified() || beliefs.isUnobserved())) {
            lastGood.keep(); // it failed the last time
        }
        if (!otherFiles
                && beliefs.isUnobserved()
                && (reason != Reason.REQUEST || beliefs.verdict() instanceof ReloadOutcome.NotAsked)) {
            return null;
        }
        if (!otherFiles && beliefs.isVerified()) {
            return lookAgain(request, reason);
        }
        boolean soon = reason == Reason.CHANGE || reason == Reason.CHANGE_WHILE_DOWN;
        if (!otherFiles && soon && beliefs.verdict() instanceof ReloadOutcome.Rejected) {
            return beliefs.verdict(); // the same files would most likely be refused again; a retry follows by itself
        }
        if (isPutOff(reason)) {
            return trouble;
        }
        return learned(request, node.reloader().reload(request));
    }

    /** Asterisk was started anew, or someone else made it reload: perhaps it runs all of it already. */
    private @Nullable ReloadOutcome lookAgain(ReloadRequest request, Reason reason) {
        if (reason != Reason.REQUEST && beliefs.isIncarnation(node.reloader().incarnation())) {
            record.verified(request.generation());
            return null;
        }
        ReloadRequest all = new ReloadRequest(request.generation(), request.wanted(), Manifest.empty());
        ReloadOutcome now = node.reloader().verify(all);
        if (now instanceof ReloadOutcome.NotAsked) { // this reloader can only reload
            record.verified(request.generation());
            return null;
        }
        return learned(all, isSettled(now) ? now : node.reloader().reload(all));
    }

    /** All was seen running before this instance came, and the files are the same: most likely, it still does. */
    private ReloadOutcome lookFirst(ReloadRequest request) {
        ReloadRequest all = new ReloadRequest(request.generation(), request.wanted(), Manifest.empty());
        ReloadOutcome now = seen == null ? node.reloader().verify(all) : seen;
        return isSettled(now)
                ? learned(all, now)
                : learned(request, node.reloader().reload(request));
    }

    private static boolean isSettled(ReloadOutcome look) {
        return look instanceof ReloadOutcome.Verified || look instanceof ReloadOutcome.Unreachable;
    }

    private void learn(ReloadRequest request, ReloadOutcome outcome) {
        beliefs.learn(
                request,
                outcome,
                outcome instanceof ReloadOutcome.Verified ? node.reloader().incarnation() : "");
        boolean reached = !(outcome instanceof ReloadOutcome.Unreachable || outcome instanceof ReloadOutcome.Failed);
        trouble = reached ? null : outcome;
    }

    private ReloadOutcome learned(ReloadRequest request, ReloadOutcome outcome) {
        learn(request, outcome);
        if (beliefs.isVerified()) {
            record.verified(request.generation());
        }
        if (beliefs.isVerified() || beliefs.isUnobserved()) {
            lastGood.keep();
        }
        listener.reloaded(node.name(), request.generation(), outcome);
        return outcome;
    }

    /** Objects that ran and are gone come back, with the files that they were in. */
    private boolean takeBack(ReloadOutcome.Rejected rejected, ReloadRequest request) {
        Manifest good = lastGood.manifest(beliefs.good());
        if (!lastGood.isKept()
                || !Beliefs.areLost(rejected, good)
                || !node.target().isUntouched() // files that someone else has edited are written again
                || !tenure.keep() // an instance that slept does not bring old files back
                || !node.target().restore()) {
            return false;
        }
        LOG.warn(
                "Node {}: generation {} is taken back, because objects that ran before are gone: {}",
                node.name(),
                request.generation(),
                rejected.summary());
        beliefs.restored(good);
        reloadGood(good);
        // What does not run from the last known good either, is not the fault of this rendering: it is tried again.
        if (beliefs.isRunningBadly()) {
            record.forgetPoison();
        } else {
            record.poison(request.wanted());
        }
        return true;
    }

    private void reloadGood(Manifest good) {
        ReloadRequest back = new ReloadRequest(beliefs.shownGeneration(), good, beliefs.running());
        ReloadOutcome outcome = node.reloader().reload(back);
        learn(back, outcome);
        listener.reloaded(node.name(), back.generation(), outcome);
    }
}
