package io.sipwright;

import io.sipwright.store.Provisional;
import io.sipwright.store.ProvisioningStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes changes back that no one confirms, or under which registrations fall. It looks about once a second while changes
 * wait, and not at all while none do: whoever reads the store for another reason tells it of them. Thread-safe.
 */
final class ConfirmationWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConfirmationWatch.class);
    private static final long LONGEST_MILLIS = 1000;
    private static final long SHORTEST_MILLIS = 10;

    private final GoingBack goingBack;
    private final Supplier<FallenRegistrations> registered;
    private final ScheduledThreadPoolExecutor timer;
    private @Nullable Changing changing;
    private boolean started;
    private boolean scheduled;
    private @Nullable Trial expected;
    private @Nullable FallenRegistrations registrations;
    private String trouble = "";

    /**
     * A watch that watches nothing yet.
     *
     * @param registered asks Asterisk what is registered now
     */
    ConfirmationWatch(GoingBack goingBack, Supplier<FallenRegistrations> registered, ThreadFactory threads) {
        this.goingBack = goingBack;
        this.registered = registered;
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = threads.newThread(task);
            thread.setName("sipwright-confirmations");
            return thread;
        });
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true); // no thread while nothing waits
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** What it watches, and by whom changes are taken back. */
    synchronized void watch(Changing value) {
        changing = value;
    }

    private synchronized Changing changing() {
        return Objects.requireNonNull(changing, "nothing is watched yet");
    }

    /** From now on it looks by itself, once someone has seen changes that wait. */
    synchronized void start() {
        started = true;
    }

    /** Remembers what is registered, before the first change of a trial. */
    void expect(Trial trial) {
        FallenRegistrations before = registered.get();
        synchronized (this) {
            expected = trial;
            registrations = before;
        }
    }

    /** Someone has seen changes that wait. Returns at once. */
    synchronized void begin() {
        schedule(SHORTEST_MILLIS);
    }

    private synchronized void schedule(long millis) {
        if (started && !scheduled && !timer.isShutdown()) {
            scheduled = true;
            timer.schedule(this::tick, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void tick() {
        synchronized (this) {
            scheduled = false;
        }
        long next = LONGEST_MILLIS;
        try {
            Optional<Duration> left = look();
            if (left.isEmpty()) {
                return;
            }
            next = Math.max(SHORTEST_MILLIS, Math.min(LONGEST_MILLIS, left.get().toMillis()));
        } catch (RuntimeException | Error e) {
            warn(e);
        }
        schedule(next);
    }

    /** The same trouble is told once. */
    private synchronized void warn(Throwable e) {
        String message = String.valueOf(e.getMessage());
        if (!message.equals(trouble)) {
            trouble = message;
            LOG.error("Changes that wait to be confirmed could not be looked at, or not be taken back: {}", message, e);
        }
    }

    /** What waits, and how the store stands. */
    private record Sight(Provisional provisional, long newest, Instant now) {

        Duration left() {
            return Duration.between(now, provisional.deadline());
        }
    }

    /**
     * Looks now, in this thread, and goes back where that is due.
     *
     * @return how long is left; empty when nothing waits
     */
    private Optional<Duration> look() {
        ProvisioningStore store = changing().store();
        Optional<Sight> seen = store.read(
                view -> view.provisional().map(provisional -> new Sight(provisional, view.generation(), view.now())));
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        Sight sight = seen.get();
        if (!isOver(sight.left())) {
            Optional<String> fallen = fallen(sight, store);
            fallen.ifPresent(reason ->
                    goingBack.goBack(changing(), (present, view) -> present.equals(sight.provisional), reason));
            return Optional.of(fallen.isPresent() ? Duration.ZERO : sight.left());
        }
        goingBack.goBack(
                changing(),
                (present, view) -> isOver(Duration.between(view.now(), present.deadline())),
                "they were not confirmed in time");
        return Optional.of(Duration.ZERO);
    }

    /** Looks now, in this thread; trouble is told, and has no other consequence. */
    void check() {
        try {
            look();
        } catch (RuntimeException e) {
            warn(e);
        }
    }

    private static boolean isOver(Duration left) {
        return left.isZero() || left.isNegative();
    }

    private Optional<String> fallen(Sight sight, ProvisioningStore store) {
        FallenRegistrations before = registrationsBefore(sight.provisional);
        if (before == null) {
            return Optional.empty(); // another instance knows what was registered
        }
        return before.look(store, changing().engine().status(), sight.newest, System.nanoTime());
    }

    private synchronized @Nullable FallenRegistrations registrationsBefore(Provisional provisional) {
        return expected != null && expected.isOurs(provisional) ? registrations : null;
    }

    @Override
    public void close() {
        timer.shutdown();
    }
}
