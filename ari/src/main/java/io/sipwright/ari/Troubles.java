package io.sipwright.ari;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves ARI alone for a while after it could not be used, and tells each trouble once. Not thread-safe. */
final class Troubles {

    private static final Logger LOG = LoggerFactory.getLogger(AriOverlay.class);

    private final Duration pause;
    private final LongSupplier nanoTime;
    private @Nullable Long until;
    private String told = "";

    Troubles(Duration pause, LongSupplier nanoTime) {
        this.pause = pause;
        this.nanoTime = nanoTime;
    }

    boolean mayTry() {
        return until == null || nanoTime.getAsLong() - until >= 0;
    }

    /** The last one, in words; empty if ARI works. */
    String told() {
        return told;
    }

    void met(AriException trouble) {
        until = nanoTime.getAsLong() + pause.toNanos();
        if (!told.equals(trouble.reason())) {
            told = trouble.reason();
            LOG.warn("ARI is not used, Asterisk reloads instead: {}", told);
        }
    }

    /** It has worked. */
    void ended() {
        if (!told.isEmpty()) {
            LOG.info("ARI is used again");
        }
        told = "";
        until = null;
    }
}
