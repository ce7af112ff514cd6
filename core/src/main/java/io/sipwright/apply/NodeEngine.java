package io.sipwright.apply;

import io.sipwright.apply.NodeRounds.Reason;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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
            ApplyListener listener) {
        this.node = node;
        this.store = store;
        this.settings = settings;
        this.listener = listener;
        this.tenure = tenure;
        this.rounds = rounds;
        this.pace = new Pace(settings, System.nanoTime());
        this.status = new NodeStatus(
                node.name(), -1, -1, -1, Conditions.unknown(settings.clock().instant()), null);
    }

    /** Starts the thread; the first round comes at once. */
    void start() {
        lock.lock();
        try {
            if (thread == null && !stopping) {
                Thread started = new Thread(this::loop, "sipwright-" + node.name());
                started.setDaemon(true);
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
                status = new NodeStatus(
                        status.node(),
                        Math.max(generation, status.desiredGeneration()),
                        status.writtenGeneration(),
                        status.verifiedGeneration(),
                        status.conditions(),
                        status.lastRound());
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

    private void loop() {
        while (true) {
            Reason reason = nextReason();
            if (reason == null) {
                return;
            }
            try {
                runNow(reason);
            } catch (RuntimeException e) {
                // Whatever it was: without this thread nothing would ever be applied again.
                LOG.error("Node {}: a round failed: {}", node.name(), e.getMessage(), e);
                ended(null, Reason.RETRY);
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
                boolean signalled =
                        moved.await(Math.min(wait, settings.pollInterval().toNanos()), TimeUnit.NANOSECONDS);
                if (!signalled) {
                    poll();
                }
            }
            return null;
        } catch (InterruptedException e) {
            return null; // someone wants this thread to end
        } finally {
            lock.unlock();
        }
    }

    /** Other instances change the same store, and only one of them has this node. */
    private void poll() {
        lock.unlock();
        long generation;
        try {
            generation = store.<Long>read(StoreView::generation);
        } catch (RuntimeException e) {
            LOG.debug("Node {}: the store can't be read: {}", node.name(), e.getMessage());
            generation = -1;
        } finally {
            lock.lock();
        }
        boolean newer = generation > wanted && generation > status.verifiedGeneration();
        boolean elsewhere = status.lastRound() == null && wanted > status.verifiedGeneration();
        if (newer || elsewhere) {
            wanted = Math.max(wanted, generation);
            pace.change();
        }
    }

    private NodeStatus round(Reason reason) {
        try (Heartbeat heartbeat = Heartbeat.of(tenure, settings)) {
            LOG.trace("{}", heartbeat);
            return ended(rounds.run(reason).orElse(null), reason);
        } finally {
            if (!isStarted()) {
                tenure.release(); // no one would give signs of life until the next call, whenever that is
            }
        }
    }

    private boolean isStarted() {
        lock.lock();
        try {
            return thread != null;
        } finally {
            lock.unlock();
        }
    }

    private NodeStatus ended(@Nullable Round round, Reason reason) {
        NodeStatus before;
        NodeStatus after;
        lock.lock();
        try {
            before = status;
            after = status(round);
            status = after;
            pace.ended(round, reason, System.nanoTime());
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        listener.roundEnded(before, after);
        if (round != null) {
            LOG.debug("Node {}: {}", node.name(), round.summary());
        }
        return after;
    }

    private NodeStatus status(@Nullable Round round) {
        long verified = rounds.verifiedGeneration();
        long written = rounds.writtenGeneration();
        long desired = Math.max(status.desiredGeneration(), Math.max(wanted, round == null ? -1 : round.generation()));
        List<io.sipwright.apply.Condition> now = round == null
                ? Conditions.elsewhere(settings.clock().instant(), written, verified, desired)
                : Conditions.of(
                        round, verified >= round.generation(), settings.clock().instant());
        return new NodeStatus(
                node.name(), desired, written, verified, Conditions.merged(status.conditions(), now), round);
    }

    NodeStatus status() {
        lock.lock();
        try {
            return status;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing more will happen to a generation by itself, but no longer than a deadline. */
    NodeStatus await(long generation, long deadline) {
        lock.lock();
        try {
            long left = deadline - System.nanoTime();
            while (!status.isSettled(generation) && left > 0 && !stopping) {
                left = moved.awaitNanos(left);
            }
            return status;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return status;
        } finally {
            lock.unlock();
        }
    }

    /** Stops after the round that is under way; false if that takes longer than the time given. */
    boolean stop(Duration limit) {
        Optional<Thread> running;
        lock.lock();
        try {
            stopping = true;
            running = Optional.ofNullable(thread);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (running.isPresent()) {
                running.get().join(Math.max(1, limit.toMillis()));
            }
            boolean ended = running.filter(Thread::isAlive).isEmpty()
                    && rounding.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (ended) {
                rounding.unlock();
                tenure.release();
            }
            node.reloader().close();
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
