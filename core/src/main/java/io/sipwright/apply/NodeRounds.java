package io.sipwright.apply;

import io.sipwright.error.SipwrightException;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.render.Renderer;
import io.sipwright.store.Lease;
import io.sipwright.store.NodeState;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.target.WriteResult;
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
    private Beliefs beliefs = new Beliefs();
    private long verifiedGeneration = -1;
    private long writtenElsewhere = -1;
    /** Why Asterisk could not be asked the last time; null when it could. */
    private @Nullable ReloadOutcome trouble;
    /** Digest of a rendering that was taken back; it is not tried again by itself. */
    private String poison = "";

    NodeRounds(Node node, ProvisioningStore store, Renderer renderer, Tenure tenure, ApplyListener listener) {
        this.node = node;
        this.store = store;
        this.renderer = renderer;
        this.tenure = tenure;
        this.listener = listener;
    }

    /** What a round is for. */
    enum Reason {
        /** Something was changed. */
        CHANGE,
        /** Something was changed while Asterisk does not answer: it is not asked again so soon. */
        CHANGE_WHILE_DOWN,
        /** A failure may have passed. */
        RETRY,
        /** Time has passed. */
        RECONCILE,
        /** Someone wants it. */
        REQUEST
    }

    long writtenGeneration() {
        return Math.max(beliefs.shownGeneration(), writtenElsewhere);
    }

    long verifiedGeneration() {
        return verifiedGeneration;
    }

    /** Runs a round; empty when another instance has the node. */
    Optional<Round> run(Reason reason) {
        Stopwatch stopwatch = new Stopwatch();
        try {
            if (!hasTenure()) {
                return Optional.empty();
            }
            long generation = store.<Long>read(StoreView::generation);
            Round round;
            if (reason == Reason.RECONCILE && isAtRest(generation)) {
                round = new Round(generation, null, beliefs.verdict(), null, false, stopwatch.durations());
            } else {
                listener.roundStarted(node.name(), generation);
                round = apply(generation, reason, stopwatch);
            }
            record();
            return Optional.of(round);
        } catch (SipwrightException e) {
            return Optional.of(failed(beliefs.shownGeneration(), null, e, stopwatch));
        }
    }

    private boolean hasTenure() {
        Tenure.Result result = tenure.acquire();
        if (result != Tenure.Result.KEPT) {
            NodeState state = store.nodes().state(node.name());
            beliefs = new Beliefs();
            poison = state.note();
            boolean elsewhere = result == Tenure.Result.REFUSED;
            verifiedGeneration = elsewhere ? state.verifiedGeneration() : verifiedGeneration;
            writtenElsewhere = elsewhere ? state.writtenGeneration() : -1;
        }
        return result != Tenure.Result.REFUSED;
    }

    private Round failed(long generation, @Nullable WriteResult written, SipwrightException e, Stopwatch stopwatch) {
        LOG.warn("Node {}: generation {} was not applied: {}", node.name(), generation, e.getMessage(), e);
        return new Round(generation, written, null, String.valueOf(e.getMessage()), false, stopwatch.durations());
    }

    /** Whether nothing has moved since all was as it should be: not the state, not the files, not Asterisk. */
    private boolean isAtRest(long generation) {
        return generation == beliefs.shownGeneration()
                && node.target().isUntouched()
                && (beliefs.isUnobserved()
                        || beliefs.isVerified()
                                && beliefs.isIncarnation(node.reloader().incarnation()));
    }

    private Round apply(long generation, Reason reason, Stopwatch stopwatch) {
        WriteResult written = null;
        try {
            Staging staging = store.read(view -> Staging.of(view, renderer, node.target(), beliefs.running()));
            Manifest wanted = staging.manifest();
            try (var files = staging.files()) {
                stopwatch.lap(Phase.STAGE);
                if (reason != Reason.REQUEST && isPoisoned(wanted)) {
                    return new Round(staging.generation(), null, beliefs.verdict(), null, true, stopwatch.durations());
                }
                requireTenure();
                written = files.show();
            }
            stopwatch.lap(Phase.SHOW);
            listener.written(node.name(), staging.generation(), written);
            if (written.isDrifted()) {
                return new Round(staging.generation(), written, null, null, false, stopwatch.durations());
            }
            boolean other = beliefs.show(staging.generation(), wanted, written.isWritten());
            ReloadRequest request = new ReloadRequest(staging.generation(), wanted, beliefs.running());
            ReloadOutcome outcome = observe(request, other, reason);
            boolean restored = outcome instanceof ReloadOutcome.Rejected rejected && takeBack(rejected, request);
            stopwatch.lap(Phase.RELOAD);
            return new Round(staging.generation(), written, outcome, null, restored, stopwatch.durations());
        } catch (SipwrightException e) {
            return failed(generation, written, e, stopwatch);
        }
    }

    private boolean isPoisoned(Manifest wanted) {
        return !poison.isEmpty() && poison.equals(wanted.digest());
    }

    private void requireTenure() {
        if (!tenure.keep()) {
            beliefs = new Beliefs();
            throw new LeaseLostException(node.name());
        }
    }

    /** Has Asterisk reload where that may change anything; null when all is known. */
    private @Nullable ReloadOutcome observe(ReloadRequest request, boolean otherFiles, Reason reason) {
        if (!otherFiles
                && beliefs.isUnobserved()
                && (reason != Reason.REQUEST || beliefs.verdict() instanceof ReloadOutcome.NotAsked)) {
            return null;
        }
        if (!otherFiles && beliefs.isVerified()) {
            if (reason != Reason.REQUEST
                    && beliefs.isIncarnation(node.reloader().incarnation())) {
                verified(request.generation());
                return null;
            }
            // Asterisk was started anew, or someone else made it reload: perhaps it runs all of it already.
            ReloadOutcome seen =
                    node.reloader().verify(new ReloadRequest(request.generation(), request.wanted(), Manifest.empty()));
            if (seen instanceof ReloadOutcome.NotAsked) { // this reloader can only reload
                verified(request.generation());
                return null;
            }
            if (seen instanceof ReloadOutcome.Verified) {
                return learned(request, seen);
            }
        }
        boolean soon = reason == Reason.CHANGE || reason == Reason.CHANGE_WHILE_DOWN || reason == Reason.RECONCILE;
        if (!otherFiles && soon && beliefs.verdict() instanceof ReloadOutcome.Rejected) {
            return beliefs.verdict(); // the same files would be refused again; a retry follows by itself
        }
        if (reason == Reason.CHANGE_WHILE_DOWN && trouble != null) {
            return trouble;
        }
        return learned(request, node.reloader().reload(request));
    }

    private ReloadOutcome learned(ReloadRequest request, ReloadOutcome outcome) {
        beliefs.learn(
                request,
                outcome,
                outcome instanceof ReloadOutcome.Verified ? node.reloader().incarnation() : "");
        boolean reached = !(outcome instanceof ReloadOutcome.Unreachable || outcome instanceof ReloadOutcome.Failed);
        trouble = reached ? null : outcome;
        if (beliefs.isVerified()) {
            verified(request.generation());
        }
        if (beliefs.isVerified() || beliefs.isUnobserved()) {
            poison = "";
            node.target().markGood();
        }
        listener.reloaded(node.name(), request.generation(), outcome);
        return outcome;
    }

    private void verified(long generation) {
        verifiedGeneration = generation;
    }

    /** Objects that ran and are gone come back, with the files that they were in. */
    private boolean takeBack(ReloadOutcome.Rejected rejected, ReloadRequest request) {
        Manifest good = beliefs.good();
        if (good == null
                || !Beliefs.areLost(rejected, request.running())
                || !node.target().isUntouched()) {
            return false; // files that someone else has edited are written again, not taken back
        }
        if (!node.target().restore()) {
            return false;
        }
        LOG.warn(
                "Node {}: generation {} is taken back, because objects that ran before are gone: {}",
                node.name(),
                request.generation(),
                rejected.summary());
        poison = request.wanted().digest();
        beliefs.restored(good);
        ReloadRequest back = new ReloadRequest(beliefs.shownGeneration(), good, Manifest.empty());
        ReloadOutcome outcome = node.reloader().reload(back);
        beliefs.learn(
                back,
                outcome,
                outcome instanceof ReloadOutcome.Verified ? node.reloader().incarnation() : "");
        listener.reloaded(node.name(), back.generation(), outcome);
        return true;
    }

    /** Whoever has lost the lease meanwhile records nothing; the other instance knows better. */
    private void record() {
        Lease lease = tenure.lease();
        if (lease != null) {
            store.nodes().record(lease, new NodeState(beliefs.shownGeneration(), verifiedGeneration, poison));
        }
    }
}
