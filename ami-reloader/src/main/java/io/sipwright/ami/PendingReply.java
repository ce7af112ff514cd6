package io.sipwright.ami;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.asteriskjava.manager.SendActionCallback;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;

/** An answer that may still come. */
final class PendingReply implements SendActionCallback {
    private static final Duration SLICE = Duration.ofMillis(100);

    private final CountDownLatch latch = new CountDownLatch(1);
    private volatile @Nullable AmiReply reply;

    /** asterisk-java calls it with null when the connection ends. */
    @Override
    public void onResponse(@Nullable ManagerResponse response) {
        if (response != null) {
            reply = AmiReply.of(response);
        }
        latch.countDown();
    }

    /**
     * The answer; null if the connection ended before, or the time is over.
     *
     * @param open whether the connection is; asterisk-java tells of its end only those who wait at that moment
     */
    @Nullable
    AmiReply await(Duration limit, BooleanSupplier open) throws InterruptedException {
        Deadline deadline = Deadline.in(limit);
        boolean wasOpen = true;
        boolean over = false;
        while (!over) {
            over = deadline.isOver() || !wasOpen;
            if (latch.await(deadline.left(SLICE).toNanos(), TimeUnit.NANOSECONDS)) {
                return reply;
            }
            wasOpen = open.getAsBoolean();
        }
        return null;
    }
}
