package io.sipwright.apply;

import io.sipwright.reload.ReloadOutcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When the next round runs, and what for. The first change after a rest starts one at once; what arrives during a round, and
 * during the rest after it, rides in the next. After a failure rounds for its sake come at growing intervals. Times are
 * nanoseconds of any clock that only goes forward. Not thread-safe.
 */
final class Pace {

    private final ApplySettings settings;
    private boolean changed;
    private boolean requested;
    private long restUntil;
    private long reconcileAt;
    private @Nullable Long retryAt;
    private Duration retry;
    private boolean down;

    Pace(ApplySettings settings, long now) {
        this.settings = settings;
        this.restUntil = now;
        this.reconcileAt = now; // what was missed while no one was here
        this.retry = settings.firstRetry();
    }

    void change() {
        changed = true;
    }

    void request() {
        requested = true;
    }

    /** How long to wait for the next round; zero or less when it is due. */
    long untilNext(long now) {
        long next = reconcileAt;
        if (retryAt != null) {
            next = Math.min(next, retryAt);
        }
        if (changed || requested) {
            next = Math.min(next, requested ? now : restUntil);
        }
        return next - now;
    }

    /** Takes what the round that is due is for. */
    Reason take(long now) {
        boolean retryIsDue = retryAt != null && retryAt <= now;
        Reason reason = requested
                ? Reason.REQUEST
                : retryIsDue
                        ? Reason.RETRY
                        : changed ? (down ? Reason.CHANGE_WHILE_DOWN : Reason.CHANGE) : Reason.RECONCILE;
        changed = false;
        requested = false;
        return reason;
    }

    /** A round is over; null when another instance has the node. */
    void ended(@Nullable Round round, Reason reason, long now) {
        reconcileAt = now + settings.reconcileInterval().toNanos();
        if (round == null) {
            succeeded();
            return;
        }
        Duration reload = round.durations().getOrDefault(Phase.RELOAD, Duration.ZERO);
        long rest = (long) (reload.toNanos() * settings.restFactor());
        restUntil = now + Math.max(rest, settings.rest().toNanos());
        reconcileAt = Math.max(reconcileAt, restUntil); // a reload may take longer than the interval
        down = round.reload() instanceof ReloadOutcome.Unreachable || round.reload() instanceof ReloadOutcome.Failed;
        boolean refused = round.reload() instanceof ReloadOutcome.Rejected && !round.restored();
        boolean unseen = round.reload() instanceof ReloadOutcome.Unseen;
        if (round.failure() == null && !down && !refused && !unseen) {
            succeeded();
        } else if (retryAt == null || reason == Reason.RETRY || reason == Reason.REQUEST) {
            retryAt = now + retry.toNanos();
            Duration doubled = retry.multipliedBy(2);
            retry = doubled.compareTo(settings.lastRetry()) > 0 ? settings.lastRetry() : doubled;
        }
    }

    private void succeeded() {
        retryAt = null;
        retry = settings.firstRetry();
        down = false;
    }
}
