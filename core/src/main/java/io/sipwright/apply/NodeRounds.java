package io.sipwright.apply;

import io.sipwright.reload.Manifest;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.render.Renderer;
import io.sipwright.store.Lease;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.target.WriteResult;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rounds on one node, one after the other. A round:
 *
 * <ol>
 *   <li>takes the lease of the node, or keeps it;
 *   <li>renders the newest state beside the files, and proves the rendering;
 *   <li>has Asterisk read them beforehand, where the reloader can do that, and ends if it reads something else;
 *   <li>renews the lease, so that an instance that slept does not overwrite newer work; then shows the files;
 *   <li>has Asterisk reload what has changed, and looks at what runs then;
 *   <li>keeps the files as last known good if all runs; brings those back if objects are gone that ran before;
 *   <li>records how far the node has come.
 * </ol>
 *
 * <p>A failure never touches the store: its state stays what is wanted. No connection to the database is held while the
 * files are shown or Asterisk is waited for. Not thread-safe.
 */
final class NodeRounds {

    private static final Logger LOG = LoggerFactory.getLogger(NodeRounds.class);

    private final Node node;
    private final ProvisioningStore store;
    private final Renderer renderer;
    private final Tenure tenure;
    private final ApplyListener listener;
    private final LastGood lastGood;
    private final Preflight preflight;
    private final NodeRecord record;
    private Beliefs beliefs = new Beliefs();
    /** Why Asterisk could not be asked the last time; null when it could. */
    private @Nullable ReloadOutcome trouble;

    NodeRounds(Node node, ProvisioningStore store, Renderer renderer, Tenure tenure, ApplyListener listener) {
        this.node = node;
        this.store = store;
        this.renderer = renderer;
        this.tenure = tenure;
        this.listener = listener;
        this.lastGood = new LastGood(node, renderer);
        this.preflight = new Preflight(node, renderer);
        this.record = new NodeRecord(store.nodes(), node.name());
    }

    long writtenGeneration() {
        return Math.max(beliefs.shownGeneration(), record.writtenElsewhere());
    }

    long verifiedGeneration() {
        return record.verifiedGeneration();
    }

    /** Whether a generation runs now, as far as is known; it may have run once, and not any more. */
    boolean isRunning(long generation) {
        return record.verifiedGeneration() >= generation && beliefs.isVerified();
    }

    /** What a round would do now; not while one is under way. */
    Plan plan(Optional<Duration> usual) {
        record.read(false);
        return new Forecast(node, store, renderer, beliefs, record).plan(usual);
    }

    /** Runs a round; empty when another instance has the node. */
    Optional<Round> run(Reason reason) {
        return run(reason, null);
    }

    /**
     * Runs a round that does what was planned; empty when another instance has the node.
     *
     * @throws StalePlanException if it would do something else; nothing is changed
     */
    Optional<Round> run(Plan plan) {
        return run(Reason.REQUEST, plan);
    }

    private Optional<Round> run(Reason reason, @Nullable Plan plan) {
        Stopwatch stopwatch = new Stopwatch();
        try {
            if (!hasTenure()) {
                return Optional.empty();
            }
            long generation = store.<Long>read(StoreView::generation);
            if (generation < Math.max(record.verifiedGeneration(), beliefs.shownGeneration())) {
                forgetTheFuture(generation);
            }
            Round round;
            if (reason == Reason.RECONCILE && isAtRest(generation)) {
                round = new Round(generation, null, beliefs.verdict(), null, false, stopwatch.durations());
            } else {
                PlanBase base = null;
                if (plan == null) {
                    listener.roundStarted(node.name(), generation);
                } else {
                    base = new PlanBase(plan, node, renderer, store.stampKey());
                    base.look(beliefs);
                }
                round = apply(generation, reason, base, stopwatch);
            }
            return Optional.of(recorded(round));
        } catch (LeaseLostException e) {
            LOG.info("Node {}: {}", node.name(), e.getMessage());
            return Optional.empty();
        } catch (StalePlanException e) {
            throw e;
        } catch (RuntimeException e) {
            return Optional.of(failed(beliefs.shownGeneration(), null, e, stopwatch));
        }
    }

    private boolean hasTenure() {
        Tenure.Result result = tenure.acquire();
        if (result != Tenure.Result.KEPT) {
            beliefs = new Beliefs();
            record.becomeOutdated();
        }
        boolean ours = result != Tenure.Result.REFUSED;
        record.read(ours);
        return ours;
    }

    private void forgetTheFuture(long generation) {
        LOG.warn("Node {}: the store has gone back to generation {}", node.name(), generation);
        beliefs = new Beliefs();
        record.forgetVerified();
    }

    private Round failed(long generation, @Nullable WriteResult written, Throwable e, Stopwatch stopwatch) {
        LOG.warn("Node {}: generation {} was not applied: {}", node.name(), generation, e.getMessage(), e);
        return Round.failed(generation, written, e, stopwatch.durations());
    }

    /** After something that no round expects. */
    Round failed(Throwable e) {
        return failed(beliefs.shownGeneration(), null, e, new Stopwatch());
    }

    /** Whether nothing has moved since all was as it should be: not the state, not the files, not Asterisk. */
    private boolean isAtRest(long generation) {
        return generation == beliefs.shownGeneration()
                && lastGood.isKept()
                && node.target().isUntouched()
                && (beliefs.isUnobserved()
                        || beliefs.isVerified()
                                && beliefs.isIncarnation(node.reloader().incarnation()));
    }

    private Round apply(long generation, Reason reason, @Nullable PlanBase base, Stopwatch stopwatch) {
        WriteResult written = null;
        try {
            Staging staging = store.read(view -> {
                if (base != null) {
                    base.check(view);
                }
                return Staging.of(view, renderer, node.target(), beliefs.running(), beliefs.shownGeneration());
            });
            Manifest wanted = staging.manifest();
            try (var files = staging.files()) {
                if (base != null) {
                    base.checkStaged(staging);
                    listener.roundStarted(node.name(), staging.generation());
                }
                boolean mayBeShown = reason == Reason.REQUEST || !record.isPoisoned(wanted);
                if (mayBeShown && !(reason == Reason.CHANGE_WHILE_DOWN && trouble != null)) {
                    preflight.check(staging);
                }
                stopwatch.lap(Phase.STAGE);
                if (mayBeShown) {
                    requireTenure();
                    written = files.show();
                }
            }
            stopwatch.lap(Phase.SHOW);
            if (written == null) {
                return stayBack(staging.generation(), reason, stopwatch);
            }
            listener.written(node.name(), staging.generation(), written);
            if (written.isDrifted()) {
                return new Round(staging.generation(), written, null, null, false, stopwatch.durations());
            }
            record.forgetPoison();
            boolean asFound = beliefs.shownGeneration() < 0
                    && !written.isWritten()
                    && record.verifiedGeneration() >= staging.generation(); // or something removed may still run
            boolean other = beliefs.show(staging.generation(), wanted, written.isWritten());
            ReloadRequest request = new ReloadRequest(staging.generation(), wanted, beliefs.running());
            beliefs.doubt(request); // from now on Asterisk may read it, whoever makes it do so
            ReloadOutcome outcome = asFound ? lookFirst(request) : observe(request, other, reason);
            boolean restored = outcome instanceof ReloadOutcome.Rejected rejected && takeBack(rejected, request);
            stopwatch.lap(Phase.RELOAD);
            return new Round(
                    staging.generation(),
                    written,
                    restored && trouble != null ? trouble : outcome,
                    null,
                    restored,
                    stopwatch.durations());
        } catch (LeaseLostException | StalePlanException e) {
            throw e;
        } catch (RuntimeException e) {
            return failed(generation, written, e, stopwatch);
        }
    }

    /** What was taken back is not shown again; Asterisk gets what is still owed to it of the last known good. */
    private Round stayBack(long generation, Reason reason, Stopwatch stopwatch) {
        Manifest good = beliefs.good();
        boolean refused = beliefs.verdict() instanceof ReloadOutcome.Rejected; // it would only be refused again
        if (good != null && beliefs.isOwed() && !refused && reason != Reason.CHANGE_WHILE_DOWN) {
            reloadGood(good);
            stopwatch.lap(Phase.RELOAD);
        }
        ReloadOutcome known = beliefs.isOwed() && trouble != null ? trouble : beliefs.verdict();
        return new Round(generation, null, known, null, true, stopwatch.durations());
    }

    private void requireTenure() {
        if (!tenure.keep()) {
            beliefs = new Beliefs();
            throw new LeaseLostException(node.name());
        }
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
            if (reason != Reason.REQUEST
                    && beliefs.isIncarnation(node.reloader().incarnation())) {
                record.verified(request.generation());
                return null;
            }
            // Asterisk was started anew, or someone else made it reload: perhaps it runs all of it already.
            ReloadRequest all = new ReloadRequest(request.generation(), request.wanted(), Manifest.empty());
            ReloadOutcome seen = node.reloader().verify(all);
            if (seen instanceof ReloadOutcome.NotAsked) { // this reloader can only reload
                record.verified(request.generation());
                return null;
            }
            boolean answered =
                    !(seen instanceof ReloadOutcome.Verified) && !(seen instanceof ReloadOutcome.Unreachable);
            return learned(all, answered ? node.reloader().reload(all) : seen);
        }
        boolean soon = reason == Reason.CHANGE || reason == Reason.CHANGE_WHILE_DOWN;
        if (!otherFiles && soon && beliefs.verdict() instanceof ReloadOutcome.Rejected) {
            return beliefs.verdict(); // the same files would most likely be refused again; a retry follows by itself
        }
        if (reason == Reason.CHANGE_WHILE_DOWN && trouble != null) {
            return trouble;
        }
        return learned(request, node.reloader().reload(request));
    }

    /** All was seen running before this instance came, and the files are the same: most likely, it still does. */
    private ReloadOutcome lookFirst(ReloadRequest request) {
        ReloadRequest all = new ReloadRequest(request.generation(), request.wanted(), Manifest.empty());
        ReloadOutcome seen = node.reloader().verify(all);
        boolean settled = seen instanceof ReloadOutcome.Verified || seen instanceof ReloadOutcome.Unreachable;
        return learned(all, settled ? seen : node.reloader().reload(all));
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

    /** Whoever has lost the lease meanwhile records nothing; the other instance knows better. */
    private Round recorded(Round round) {
        try {
            Lease lease = tenure.lease();
            if (lease != null) {
                record.write(lease, beliefs.shownGeneration());
            }
            return round;
        } catch (RuntimeException e) {
            LOG.warn("Node {}: what was done could not be recorded: {}", node.name(), e.getMessage(), e);
            return round.butThen(e);
        }
    }
}
