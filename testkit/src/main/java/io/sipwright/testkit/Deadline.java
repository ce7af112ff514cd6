package io.sipwright.testkit;

import java.time.Duration;

/** A point in time that a wait does not go beyond. Immutable. */
final class Deadline {
    private static final long PAUSE_MILLIS = 5;

    private final long nanoTime;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - nanoTime >= 0;
    }

    /** What is left, in milliseconds; at least 1, as a socket takes a time-out of 0 for none. */
    int leftMillis() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, (nanoTime - System.nanoTime()) / 1_000_000));
    }

    Duration left() {
        return Duration.ofMillis(leftMillis());
    }

    /** Sleeps a few milliseconds. */
    void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AsteriskException("Interrupted while waiting", e);
        }
    }
}
