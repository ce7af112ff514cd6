package io.sipwright.apply;

import io.sipwright.reload.ReloadOutcome;
import io.sipwright.render.Renderer;
import io.sipwright.store.Lease;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.target.RowTarget;
import io.sipwright.target.WriteResult;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rounds on one node whose target takes rows. A round costs as much as has changed, however many objects there are:
 *
 * <ol>
 *   <li>takes the lease of the node, or keeps it;
 *   <li>writes the rows of objects that have changed since the generation that the target holds, unless they were written with
 *       the change itself, or by the round of another node;
 *   <li>has Asterisk take notice, where it does not by itself, of what has changed since the node was seen running all of it,
 *       and looks at that;
 *   <li>records how far the node has come.
 * </ol>
 *
 * <p>Nothing is taken back: a row that Asterisk can't read harms no other. Not thread-safe.
 */
final class RowRounds implements Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(RowRounds.class);

    private final Node node;
    private final ProvisioningStore store;
    private final Tenure tenure;
    private final ApplyListener listener;
    private final NodeRecord record;
    private final RowWriting writing;
    private final RowLooking looking;
    private final RowForecast forecast;
    private long written = -1;

    RowRounds(
            Node node,
            RowTarget target,
            ProvisioningStore store,
            Renderer renderer,
            RowWriting writing,
            SharedChanges changes,
            Tenure tenure,
            ApplyListener listener) {
        this.node = node;
        this.store = store;
        this.tenure = tenure;
        this.listener = listener;
        this.record = new NodeRecord(store.nodes(), node.name());
        this.writing = writing;
        this.looking = new RowLooking(node, changes, record);
        this.forecast = new RowForecast(node, target, store, renderer, looking);
    }

    @Override
    public long writtenGeneration() {
        return Math.max(written, record.writtenElsewhere());
    }

    @Override
    public long verifiedGeneration() {
        return record.verifiedGeneration();
    }

    @Override
    public boolean isRunning(long generation) {
        return record.verifiedGeneration() >= generation && looking.isVerified();
    }

    @Override
    public Plan plan(Optional<Duration> usual) {
        record.read(false);
        return forecast.plan(usual);
    }

    @Override
    public void check(Plan plan) {
        Plan now = plan(Optional.empty());
        if (!now.fingerprint().equals(plan.fingerprint())) {
            throw new StalePlanException(plan, now.generation());
        }
    }

    @Override
    public Drift drift() {
        return forecast.drift();
    }

    @Override
    public Optional<Round> run(Plan plan) {
        check(plan);
        return run(Reason.REQUEST);
    }

    @Override
    public Optional<Round> run(Reason reason) {
        Stopwatch stopwatch = new Stopwatch();
        WriteResult result = null;
        try {
            if (!hasTenure()) {
                return Optional.empty();
            }
            long generation = store.<Long>read(StoreView::generation);
            if (generation < Math.max(record.verifiedGeneration(), written)) {
                forgetTheFuture(generation);
            }
            if (reason == Reason.RECONCILE && looking.isAtRest(generation) && writing.isThere(generation)) {
                return Optional.of(
                        recorded(new Round(generation, null, looking.verdict(), null, false, stopwatch.durations())));
            }
            listener.roundStarted(node.name(), generation);
            RowWriting.Result brought = writing.bring(reason);
            result = brought.outcome();
            written = brought.generation();
            stopwatch.lap(Phase.SHOW);
            listener.written(node.name(), written, result);
            ReloadOutcome outcome = looking.look(reason);
            stopwatch.lap(Phase.RELOAD);
            if (outcome != null) {
                listener.reloaded(node.name(), looking.generation(), outcome);
            }
            return Optional.of(recorded(
                    new Round(Math.max(written, generation), result, outcome, null, false, stopwatch.durations())));
        } catch (LeaseLostException e) {
            LOG.info("Node {}: {}", node.name(), e.getMessage());
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(failed(result, e, stopwatch));
        }
    }

    @Override
    public Round failed(Throwable e) {
        return failed(null, e, new Stopwatch());
    }

    private Round failed(@Nullable WriteResult result, Throwable e, Stopwatch stopwatch) {
        LOG.warn("Node {}: not all was applied: {}", node.name(), e.getMessage(), e);
        return Round.failed(written, result, e, stopwatch.durations());
    }

    private boolean hasTenure() {
        Tenure.Result result = tenure.acquire();
        if (result != Tenure.Result.KEPT) {
            looking.forget();
            record.becomeOutdated();
        }
        boolean ours = result != Tenure.Result.REFUSED;
        record.read(ours);
        return ours;
    }

    private void forgetTheFuture(long generation) {
        LOG.warn("Node {}: the store has gone back to generation {}", node.name(), generation);
        written = -1;
        looking.forget();
        record.forgetVerified();
    }

    /** Whoever has lost the lease meanwhile records nothing; the other instance knows better. */
    private Round recorded(Round round) {
        try {
            Lease lease = tenure.lease();
            if (lease != null) {
                record.write(lease, written);
            }
            return round;
        } catch (RuntimeException e) {
            LOG.warn("Node {}: what was done could not be recorded: {}", node.name(), e.getMessage(), e);
            return round.butThen(e);
        }
    }
}
