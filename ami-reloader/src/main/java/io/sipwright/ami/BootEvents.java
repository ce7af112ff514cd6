package io.sipwright.ami;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells whether a reload was only queued. Asterisk calls that a success as long as it has not finished its start, and says
 * so only in an event, which the manager account gets if it may read the class {@code system}.
 */
final class BootEvents implements Consumer<EventMessage> {
    private static final String QUEUED = "1";

    private volatile boolean queued;
    private volatile CountDownLatch booted = new CountDownLatch(1);

    /** Forgets what was seen, before a reload. */
    void reset() {
        queued = false;
        booted = new CountDownLatch(1);
    }

    @Override
    public void accept(EventMessage event) {
        if (event.name().equals("Reload") && event.get("Status").strip().equals(QUEUED)) {
            queued = true;
        } else if (event.name().equals("FullyBooted")) {
            booted.countDown();
        }
    }

    boolean isQueued() {
        return queued;
    }

    /** Waits for the end of the start. */
    boolean awaitBooted(Duration limit) throws InterruptedException {
        return booted.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }
}
