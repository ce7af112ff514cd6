package io.sipwright.ami;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The one connection that is kept, made anew when it is broken. For one user at a time, but closed by anyone. */
final class SessionPool {
    private final AmiSettings settings;
    private final AtomicReference<@Nullable AmiSession> kept = new AtomicReference<>();
    private final AtomicLong closings = new AtomicLong();

    SessionPool(AmiSettings settings) {
        this.settings = settings;
    }

    /** A connection that has just answered. */
    AmiSession get() throws AmiException {
        AmiSession session = kept.get();
        if (session != null && answers(session)) {
            return session;
        }
        long before = closings.get();
        AmiSession made = AmiSession.open(settings);
        AmiSession old = kept.getAndSet(made);
        if (old != null) {
            old.close();
        }
        if (closings.get() != before) {
            // Closed meanwhile; whoever did it must not find a connection left behind.
            close();
        }
        return made;
    }

    /** A peer that went without a word is noticed here and not after the reload, which could then have happened or not. */
    private boolean answers(AmiSession session) throws AmiException {
        try {
            return session.isOpen()
                    && session.send(Actions.ping(), settings.responseTimeout()).success();
        } catch (AmiException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return false;
        }
    }

    /** Ends the connection, also under the hands of whoever uses it. */
    void close() {
        closings.incrementAndGet();
        AmiSession session = kept.getAndSet(null);
        if (session != null) {
            session.close();
        }
    }
}
