package io.sipwright.benchmarks;

import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.reload.Reloader;
import org.jspecify.annotations.Nullable;

/** Counts reloads, and can look once more as the last one did: what that takes, its look has taken about as well. */
final class TimedReloader implements Reloader {

    private final Reloader reloader;
    private volatile int reloads;
    private volatile @Nullable ReloadRequest last;

    TimedReloader(Reloader reloader) {
        this.reloader = reloader;
    }

    int reloads() {
        return reloads;
    }

    /** Milliseconds of a look that is not part of any round. */
    double lookAgain() {
        ReloadRequest request = last;
        if (request == null) {
            throw new IllegalStateException("nothing was reloaded");
        }
        long start = System.nanoTime();
        ReloadOutcome outcome = reloader.verify(request);
        double millis = (System.nanoTime() - start) / 1e6;
        if (!(outcome instanceof ReloadOutcome.Verified)) {
            throw new IllegalStateException(outcome.summary());
        }
        return millis;
    }

    @Override
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // there is one node, and its rounds follow one another
    public ReloadOutcome reload(ReloadRequest request) {
        reloads++;
        last = request;
        return reloader.reload(request);
    }

    @Override
    public ReloadOutcome verify(ReloadRequest request) {
        return reloader.verify(request);
    }

    @Override
    public String incarnation() {
        return reloader.incarnation();
    }

    @Override
    public void close() {
        reloader.close();
    }
}
