package io.sipwright.apply;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs of life while a round lasts, which may be longer than the lease. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private static final ScheduledExecutorService TIMER = timer();

    private final ScheduledFuture<?> beats;

    private Heartbeat(ScheduledFuture<?> beats) {
        this.beats = beats;
    }

    private static ScheduledExecutorService timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "sipwright-heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true); // no thread while nothing is applied
        return timer;
    }

    static Heartbeat of(Tenure tenure) {
        long interval = Math.max(1, tenure.signs().toMillis());
        return new Heartbeat(
                TIMER.scheduleWithFixedDelay(() -> beat(tenure), interval, interval, TimeUnit.MILLISECONDS));
    }

    private static void beat(Tenure tenure) {
        try {
            tenure.keep();
        } catch (RuntimeException e) {
            LOG.debug("No sign of life could be given: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        beats.cancel(false);
    }
}
