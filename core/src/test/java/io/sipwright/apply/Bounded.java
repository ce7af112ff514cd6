package io.sipwright.apply;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for the thing itself, with a deadline. */
final class Bounded {

    static final Duration LONG = Duration.ofSeconds(15);

    private Bounded() {}

    static void until(String what, BooleanSupplier reached) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                fail("Not within " + LONG + ": " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    /** For scripts that run inside of the engine. */
    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Not within " + LONG);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What takes a while, such as a reload. */
    static void pause(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis * 1_000_000; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
