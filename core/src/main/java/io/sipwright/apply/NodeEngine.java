package io.sipwright.apply;

import io.sipwright.store.ProvisioningStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rounds of one node, by a thread of its own or by whoever calls. Thread-safe; one round at a time. */
final class NodeEngine {

    private static final Logger LOG = LoggerFactory.getLogger(NodeEngine.class);

    private final Node node;
    private final ApplyListener listener;
    private final Tenure tenure;
    private final Rounds rounds;
    private final Progress progress;
    private final RoundTimes times = new RoundTimes();
    private final ThreadFactory threads;
    private final ReentrantLock rounding = new ReentrantLock(true);

    private final Agenda agenda;
    private volatile @Nullable Thread thread;

    NodeEngine(
            Node node,
            ProvisioningStore store,
            Rounds rounds,
            Tenure tenure,
            ApplySettings settings,
            ApplyListener listener,
            Progress progress,
            ThreadFactory threads) {
        this.node = node;
        this.listener = listener;
        this.tenure = tenure;
        this.rounds = rounds;
        this.progress = progress;
        this.threads = threads;
        this.agenda = new Agenda(node.name(), store, settings, tenure);
    }

    Node node() {
        return node;
    }

    /** Starts the thread; the first round comes at once. */
    synchronized void start() {
        if (thread == null && !agenda.isStopping()) {
            Thread started = threads.newThread(this::loop);
            started.setName("sipwright-" + node.name());
            thread = started;
            started.start();
        }
    }

    /** Something was changed, up to a generation. */
    void wake(long generation) {
        agenda.wake(generation);
    }

    /** Runs a round in this thread, after those that are under way. */
    NodeStatus runNow(Reason reason) {
        rounding.lock();
        try {
            return round(reason);
        } finally {
            rounding.unlock();
        }
    }

    /** Runs a round in this thread, unless one that began later than this call has brought a generation already. */
    NodeStatus bring(long generation) {
        rounding.lock();
        try {
            NodeStatus present = status();
            return present.isSettled(generation) ? present : round(Reason.CHANGE);
        } finally {
            rounding.unlock();
        }
    }

    /** What differs from what should be, between rounds. */
    Drift drift() {
        rounding.lock();
        try {
            return rounds.drift();
        } finally {
            rounding.unlock();
        }
    }

    /** What a round would do now, after those that are under way. */
    Plan plan() {
        rounding.lock();
        try {
            return rounds.plan(times.usual());
        } finally {
            rounding.unlock();
        }
    }

    /**
     * Holds a plan against what there is, after rounds that are under way.
     *
     * @throws StalePlanException if a round would do something else
     */
    void check(Plan plan) {
        rounding.lock();
        try {
            rounds.check(plan);
        } finally {
            rounding.unlock();
        }
    }

    /**
     * Does in this thread what was planned, after rounds that are under way.
     *
     * @throws StalePlanException if that would be something else now
     */
    NodeStatus apply(Plan plan) {
        rounding.lock();
        try {
            return round(Reason.REQUEST, () -> rounds.run(plan));
        } finally {
            rounding.unlock();
        }
    }

    private void loop() {
        while (true) {
            Reason reason = agenda.next();
            if (reason == null) {
                return;
            }
            try {
                runNow(reason);
            } catch (RuntimeException | Error e) {
                // Whatever it was: without this thread nothing would ever be applied again.
                LOG.error("Node {}: a round failed: {}", node.name(), e.getMessage(), e);
                ended(rounds.failed(e), Reason.RETRY);
            }
        }
    }

    private NodeStatus round(Reason reason) {
        return round(reason, () -> rounds.run(reason));
    }

    private NodeStatus round(Reason reason, Supplier<Optional<Round>> run) {
        try (Heartbeat heartbeat = Heartbeat.of(tenure)) {
            LOG.trace("{}", heartbeat);
            return ended(run.get().orElse(null), reason);
        } finally {
            if (!isStarted()) {
                tenure.release(); // no one would give signs of life until the next call, whenever that is
            }
        }
    }

    private boolean isStarted() {
        return thread != null && !agenda.isStopping();
    }

    private NodeStatus ended(@Nullable Round round, Reason reason) {
        times.add(round);
        Agenda.Step step = agenda.ended(round, reason, rounds);
        progress.moved();
        listener.roundEnded(step.before(), step.after());
        if (round != null) {
            LOG.debug("Node {}: {}", node.name(), round.summary());
        }
        return step.after();
    }

    NodeStatus status() {
        return agenda.status();
    }

    /** Has the thread stop after the round that is under way. Returns at once. */
    synchronized void halt() {
        agenda.stop();
        progress.moved();
    }

    boolean isHalted() {
        return agenda.isStopping();
    }

    /** Stops after the round that is under way; false if that takes longer than the time given. */
    boolean stop(Duration limit) {
        halt();
        try {
            boolean ended = isOver(System.nanoTime() + limit.toNanos());
            if (ended) {
                tenure.release();
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            closeReloader();
        }
    }

    /** Waits for the thread, and for rounds in the threads of callers. */
    private boolean isOver(long deadline) throws InterruptedException {
        Thread running = thread;
        if (running == Thread.currentThread()) {
            return false; // a listener can't wait for the round that it is told of
        }
        if (running != null) {
            running.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            if (running.isAlive()) {
                return false;
            }
        }
        boolean over = rounding.tryLock(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        if (over) {
            rounding.unlock();
        }
        return over;
    }

    private void closeReloader() {
        try {
            node.reloader().close();
        } catch (RuntimeException e) {
            LOG.warn("Node {}: the reloader could not be closed: {}", node.name(), e.getMessage(), e);
        }
    }
}
