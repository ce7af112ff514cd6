package io.sipwright.ari;

import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.reload.Reloader;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often Asterisk is asked to reload, and how often all of it is looked at. */
final class CountingReloader implements Reloader {

    final AtomicInteger reloads = new AtomicInteger();
    final AtomicInteger looksAtAll = new AtomicInteger();
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
        if (request.running().size() == 0) {
            looksAtAll.incrementAndGet();
        }
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
