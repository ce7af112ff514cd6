package io.sipwright.apply;

import io.sipwright.render.Renderer;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rounds of one node, by a thread of its own or by whoever calls. Thread-safe; one round at a time. */
final class NodeEngine {

    private static final Logger LOG = LoggerFactory.getLogger(NodeEngine.class);

    private final Node node;
    private final ProvisioningStore store;
    private final ApplySettings settings;
    private final ApplyListener listener;
    private final Tenure tenure;
    private final NodeRounds rounds;
    private final Progress progress;
    private final RoundTimes times = new RoundTimes();
    private final ThreadFactory threads;
    private final ReentrantLock rounding = new ReentrantLock(true);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Pace pace;
    private NodeStatus status;
    private long wanted = -1;
    private boolean stopping;
    private @Nullable Thread thread;

    NodeEngine(
            Node node,
            ProvisioningStore store,
            NodeRounds rounds,
            Tenure tenure,
            ApplySettings settings,
            ApplyListener listener,
            Progress progress,
            ThreadFactory threads) {
        this.node = node;
        this.store = store;
        this.settings = settings;
        this.listener = listener;
        this.tenure = tenure;
        this.rounds = rounds;
        this.progress = progress;
        this.threads = threads;
        this.pace = new Pace(settings, System.nanoTime());
        this.status = NodeStatus.unknown(node.name(), settings.clock().instant());
    }

    Node node() {
        return node;
    }

    /** Starts the thread; the first round comes at once. */
    void start() {
        lock.lock();
        try {
            if (thread == null && !stopping) {
                Thread started = threads.newThread(this::loop);
                started.setName("sipwright-" + node.name());
                thread = started;
                started.start();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Something was changed, up to a generation. */
    void wake(long generation) {
        lock.lock();
        try {
            if (generation > wanted) {
                wanted = generation;
                pace.change();
                status = status.wanting(generation);
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
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
    Drift drift(Renderer renderer) {
        rounding.lock();
        try {
            long generation = store.<Long>read(StoreView::generation);
            return DriftLook.of(node, store, renderer, rounds.writtenGeneration() == generation);
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
            Reason reason = nextReason();
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

    /** Waits until a round is due; null when it is time to stop. */
    private @Nullable Reason nextReason() {
        lock.lock();
        try {
            while (!stopping) {
                long wait = pace.untilNext(System.nanoTime());
                if (wait <= 0) {
                    return pace.take(System.nanoTime());
                }
                long look = Math.min(
                        settings.pollInterval().toNanos(), tenure.signs().toNanos());
                if (!signalled(Math.min(wait, look))) {
                    poll();
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private boolean signalled(long nanos) {
        try {
            return moved.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            LOG.debug("Node {}: only close() ends this thread", node.name());
            return true;
        }
    }

    /** Other instances change the same store, and only one of them has this node. A failover may have set it back. */
    private void poll() {
        long before = wanted;
        lock.unlock();
        long generation;
        try {
            tenure.keepIfDue();
            generation = store.<Long>read(StoreView::generation);
        } catch (RuntimeException e) {
            LOG.debug("Node {}: the store can't be read: {}", node.name(), e.getMessage());
            generation = -1;
        } finally {
            lock.lock();
        }
        if (generation >= 0 && generation < before && wanted == before) {
            wanted = generation;
            status = status.backAt(generation);
            pace.change();
        }
        boolean newer = generation > wanted && generation > status.verifiedGeneration();
        boolean elsewhere = status.lastRound() == null && wanted > status.verifiedGeneration();
        if (newer || elsewhere) {
            wanted = Math.max(wanted, generation);
            pace.change();
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
        lock.lock();
        try {
            return thread != null && !stopping;
        } finally {
            lock.unlock();
        }
    }

    private NodeStatus ended(@Nullable Round round, Reason reason) {
        NodeStatus before;
        NodeStatus after;
        times.add(round);
        lock.lock();
        try {
            before = status;
            after = before.after(round, wanted, rounds, settings.clock().instant());
            status = after;
            pace.ended(round, reason, System.nanoTime());
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        progress.moved();
        listener.roundEnded(before, after);
        if (round != null) {
            LOG.debug("Node {}: {}", node.name(), round.summary());
        }
        return after;
    }

    NodeStatus status() {
        lock.lock();
        try {
            return status;
        } finally {
            lock.unlock();
        }
    }

    /** Has the thread stop after the round that is under way. Returns at once. */
    void halt() {
        lock.lock();
        try {
            stopping = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        progress.moved();
    }

    boolean isHalted() {
        lock.lock();
        try {
            return stopping;
        } finally {
            lock.unlock();
        }
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
        Thread running = thread();
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

    private @Nullable Thread thread() {
        lock.lock();
        try {
            return thread;
        } finally {
            lock.unlock();
        }
    }

    private void closeReloader() {
        try {
            node.reloader().close();
        } catch (RuntimeException e) {
            LOG.warn("Node {}: the reloader could not be closed: {}", node.name(), e.getMessage(), e);
        }
    }
}
