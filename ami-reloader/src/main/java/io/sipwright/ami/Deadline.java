package io.sipwright.ami;

import java.time.Duration;

/** A moment after which nothing is waited for. */
final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The time left, at most so much; zero when it is over. */
    Duration left(Duration most) {
        Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        return left.compareTo(most) < 0 ? left : most;
    }

    boolean isOver() {
        return end - System.nanoTime() <= 0;
    }
}
