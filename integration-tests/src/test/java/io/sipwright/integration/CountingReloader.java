package io.sipwright.integration;

import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.reload.Reloader;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often Asterisk is asked to reload. */
final class CountingReloader implements Reloader {

    final AtomicInteger reloads = new AtomicInteger();
    private final Reloader reloader;

    CountingReloader(Reloader reloader) {
        this.reloader = reloader;
    }

    @Override
    public ReloadOutcome reload(ReloadRequest request) {
        reloads.incrementAndGet();
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
