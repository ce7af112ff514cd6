package io.sipwright.integration;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a thing itself, with a deadline. */
final class Waiting {

    private Waiting() {}

    /** Whether it came to be so within a time. */
    static boolean until(Duration limit, BooleanSupplier thing) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!thing.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            Thread.sleep(10);
        }
        return true;
    }
}
