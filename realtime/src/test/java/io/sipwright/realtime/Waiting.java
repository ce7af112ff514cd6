package io.sipwright.realtime;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a thing itself, with a deadline. */
final class Waiting {

    private Waiting() {}

    /** Whether it came to be so within a time. */
    static boolean until(Duration limit, BooleanSupplier thing) {
        long end = System.nanoTime() + limit.toNanos();
        while (!thing.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            pause(20);
        }
        return true;
    }

    /** Lets some time go by. */
    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
