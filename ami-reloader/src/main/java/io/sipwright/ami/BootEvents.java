package io.sipwright.ami;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells whether Asterisk has finished its start. As long as it has not, a reload is only queued, and called a success all
 * the same; lists are refused as if the account lacked a right. Asterisk tells it in events alone, which the manager
 * account gets if it may read the class {@code system}.
 */
final class BootEvents implements Consumer<EventMessage> {
    private static final String QUEUED = "1";

    private final CountDownLatch booted = new CountDownLatch(1);
    private volatile boolean queued;
    private volatile CountDownLatch told = new CountDownLatch(1);

    /** Forgets what was told of the last reload. */
    void expectReload() {
        queued = false;
        told = new CountDownLatch(1);
    }

    @Override
    public void accept(EventMessage event) {
        if (event.name().equals("Reload")) {
            queued = event.get("Status").strip().equals(QUEUED);
            told.countDown();
            if (!queued) {
                booted.countDown();
            }
        } else if (event.name().equals("FullyBooted")) {
            booted.countDown();
        }
    }

    /** Whether the start is over. Only an account that may read it ever learns so. */
    boolean isBooted() {
        return booted.getCount() == 0;
    }

    /** Whether the reload was queued; waits for the event, which may come later than the answer. */
    boolean isQueued(Duration limit) throws InterruptedException {
        return told.await(limit.toNanos(), TimeUnit.NANOSECONDS) && queued;
    }

    /** Waits for the end of the start. */
    boolean awaitBooted(Duration limit) throws InterruptedException {
        return booted.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }
}
