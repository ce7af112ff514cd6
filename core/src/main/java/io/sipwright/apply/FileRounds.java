package io.sipwright.apply;

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
 * The rounds on one node whose target takes files. A round:
 *
 * <ol>
 *   <li>takes the lease of the node, or keeps it;
 *   <li>learns what the files hold and Asterisk runs, if it knows nothing of the node yet;
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
final class FileRounds implements Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(FileRounds.class);

    private final Node node;
    private final ProvisioningStore store;
    private final Renderer renderer;
    private final Tenure tenure;
    private final ApplyListener listener;
    private final Preflight preflight;
    private final NodeRecord record;
    private final Reloading reloading;

    FileRounds(Node node, ProvisioningStore store, Renderer renderer, Tenure tenure, ApplyListener listener) {
        this.node = node;
        this.store = store;
        this.renderer = renderer;
        this.tenure = tenure;
        this.listener = listener;
        this.preflight = new Preflight(node, renderer);
        this.record = new NodeRecord(store.nodes(), node.name());
        this.reloading = new Reloading(node, renderer, tenure, listener, record);
    }

    private Beliefs beliefs() {
        return reloading.beliefs();
    }

    @Override
    public long writtenGeneration() {
        return Math.max(beliefs().shownGeneration(), record.writtenElsewhere());
    }

    @Override
    public long verifiedGeneration() {
        return record.verifiedGeneration();
    }

    @Override
    public Drift drift() {
        long generation = store.<Long>read(StoreView::generation);
        return DriftLook.of(node, store, renderer, writtenGeneration() == generation);
    }

    @Override
    public boolean isRunning(long generation) {
        return record.verifiedGeneration() >= generation && beliefs().isVerified();
    }

    @Override
    public Plan plan(Optional<Duration> usual) {
        record.read(false);
        return new Forecast(node, store, renderer, beliefs(), record).plan(usual);
    }

    @Override
    public Optional<Round> run(Reason reason) {
        return run(reason, null);
    }

    @Override
    public Optional<Round> run(Plan plan) {
        return run(Reason.REQUEST, plan);
    }

    @Override
    public void check(Plan plan) {
        PlanBase base = new PlanBase(plan, node, renderer, store.stampKey());
        store.read(view -> {
            base.check(view);
            return true;
        });
    }

    private Optional<Round> run(Reason reason, @Nullable Plan plan) {
        Stopwatch stopwatch = new Stopwatch();
        try {
            if (!hasTenure()) {
                return Optional.empty();
            }
            long generation = store.<Long>read(StoreView::generation);
            if (generation < Math.max(record.verifiedGeneration(), beliefs().shownGeneration())) {
                forgetTheFuture(generation);
            }
            Round round;
            if (reason == Reason.RECONCILE && reloading.isAtRest(generation)) {
                round = new Round(generation, null, beliefs().verdict(), null, false, stopwatch.durations());
            } else {
                PlanBase base = null;
                if (plan == null) {
                    listener.roundStarted(node.name(), generation);
                } else {
                    base = new PlanBase(plan, node, renderer, store.stampKey());
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
            return Optional.of(failed(beliefs().shownGeneration(), null, e, stopwatch));
        }
    }

    private boolean hasTenure() {
        Tenure.Result result = tenure.acquire();
        if (result != Tenure.Result.KEPT) {
            reloading.forget();
            record.becomeOutdated();
        }
        boolean ours = result != Tenure.Result.REFUSED;
        record.read(ours);
        return ours;
    }

    private void forgetTheFuture(long generation) {
        LOG.warn("Node {}: the store has gone back to generation {}", node.name(), generation);
        reloading.forget();
        record.forgetVerified();
    }

    private Round failed(long generation, @Nullable WriteResult written, Throwable e, Stopwatch stopwatch) {
        LOG.warn("Node {}: generation {} was not applied: {}", node.name(), generation, e.getMessage(), e);
        return Round.failed(generation, written, e, stopwatch.durations());
    }

    @Override
    public Round failed(Throwable e) {
        return failed(beliefs().shownGeneration(), null, e, new Stopwatch());
    }

    private Round apply(long generation, Reason reason, @Nullable PlanBase base, Stopwatch stopwatch) {
        WriteResult written = null;
        try {
            reloading.inherit(generation, reason, stopwatch);
            Staging staging = stage(base);
            try (var files = staging.files()) {
                if (base != null) {
                    base.checkStaged(staging);
                    listener.roundStarted(node.name(), staging.generation());
                }
                boolean mayBeShown = reason == Reason.REQUEST || !record.isPoisoned(staging.manifest());
                if (mayBeShown && !reloading.isPutOff(reason)) {
                    preflight.check(staging);
                }
                stopwatch.lap(Phase.STAGE);
                if (mayBeShown) {
                    requireTenure();
                    written = files.show();
                }
            }
            stopwatch.lap(Phase.SHOW);
            if (written != null) {
                listener.written(node.name(), staging.generation(), written);
            }
            Reloading.Result result = reload(staging, written, reason, stopwatch);
            return new Round(
                    staging.generation(), written, result.outcome(), null, result.restored(), stopwatch.durations());
        } catch (LeaseLostException | StalePlanException e) {
            throw e;
        } catch (RuntimeException e) {
            return failed(generation, written, e, stopwatch);
        }
    }

    private Staging stage(@Nullable PlanBase base) {
        Beliefs beliefs = beliefs();
        return store.read(view -> {
            if (base != null) {
                base.check(view);
            }
            return Staging.of(view, renderer, node.target(), beliefs.running(), beliefs.shownGeneration());
        });
    }

    private Reloading.Result reload(
            Staging staging, @Nullable WriteResult written, Reason reason, Stopwatch stopwatch) {
        if (written == null) {
            return reloading.stayBack(reason, stopwatch);
        }
        if (written.isDrifted()) {
            return new Reloading.Result(null, false);
        }
        record.forgetPoison();
        return reloading.after(staging, written.isWritten(), reason, stopwatch);
    }

    private void requireTenure() {
        if (!tenure.keep()) {
            reloading.forget();
            throw new LeaseLostException(node.name());
        }
    }

    /** Whoever has lost the lease meanwhile records nothing; the other instance knows better. */
    private Round recorded(Round round) {
        try {
            Lease lease = tenure.lease();
            if (lease != null) {
                record.write(lease, beliefs().shownGeneration());
            }
            return round;
        } catch (RuntimeException e) {
            LOG.warn("Node {}: what was done could not be recorded: {}", node.name(), e.getMessage(), e);
            return round.butThen(e);
        }
    }
}
