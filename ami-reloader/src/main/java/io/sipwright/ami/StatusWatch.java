package io.sipwright.ami;

import io.sipwright.reload.StatusListener;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a connection for events, and makes it anew when it is lost. */
final class StatusWatch {
    private static final Logger LOG = LoggerFactory.getLogger(StatusWatch.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration SLICE = Duration.ofMillis(200);
    /** An Asterisk that went without a word is noticed after so long and a response time-out. */
    private static final Duration QUIET = Duration.ofSeconds(15);

    private static final long JOIN_MILLIS = 2_000;

    private final AmiSettings settings;
    private final Duration firstPause;
    private final Told told = new Told();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable AmiSession> session = new AtomicReference<>();
    private final Thread thread;

    StatusWatch(AmiSettings settings, Duration firstPause) {
        this.settings = settings;
        this.firstPause = firstPause;
        this.thread = new Thread(this::run, "sipwright-observer");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void add(StatusListener listener) {
        told.add(listener);
    }

    private void run() {
        Duration pause = firstPause;
        try {
            while (!isClosed()) {
                boolean connected = false;
                try {
                    watch();
                } catch (AmiException e) {
                    connected = told.isConnected();
                    if (!isClosed()) {
                        LOG.debug(
                                "{} is not observed: {}",
                                settings.place(),
                                e.outcome().summary());
                        told.disconnected(LiveStates.why(e));
                    }
                } finally {
                    end();
                }
                pause = connected ? firstPause : pause;
                if (closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                    return;
                }
                Duration twice = pause.multipliedBy(2);
                pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // only a listener could have done it
        }
    }

    private void watch() throws AmiException, InterruptedException {
        EventQueue queue = new EventQueue();
        AmiSession made = AmiSession.open(settings, queue);
        session.set(made);
        // Events first: what happens while the states are read comes behind them.
        made.send(Actions.events("system"), settings.responseTimeout());
        EventReading reading = new EventReading(made, settings, told);
        reading.readAll();
        told.connected();
        Deadline quiet = Deadline.in(QUIET);
        while (!isClosed()) {
            told.welcome();
            EventQueue.Batch batch = queue.take(SLICE);
            if (reading.handle(batch)) {
                quiet = Deadline.in(QUIET);
            } else if (quiet.isOver() || !made.isOpen()) {
                made.send(Actions.ping(), settings.responseTimeout());
                quiet = Deadline.in(QUIET);
            }
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void end() {
        AmiSession present = session.getAndSet(null);
        if (present != null) {
            present.close();
        }
    }

    void close() {
        closed.countDown();
        told.close();
        end();
        if (Thread.currentThread() != thread) {
            try {
                thread.join(JOIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
