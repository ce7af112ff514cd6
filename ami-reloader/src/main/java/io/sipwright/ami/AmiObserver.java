package io.sipwright.ami;

import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.ObserverException;
import io.sipwright.reload.StatusListener;
import io.sipwright.reload.TrunkRegistration;
import io.sipwright.reload.UserContact;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Observes one Asterisk over its manager interface; made by {@link AmiReloader#observer}.
 *
 * <p>The manager account needs {@code write = system} for questions, and {@code read = system} for listeners. Each question
 * takes as long as connecting or a ping, and at most a reload time-out. Questions use one connection, and wait for each
 * other. Listeners share another one, with one more daemon thread; when it is lost it is made anew, after half a second at
 * first, and then after twice as long each time, up to 30 seconds.
 */
public final class AmiObserver implements AsteriskObserver {
    static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final AmiSettings settings;
    private final Duration firstPause;
    private final SessionPool sessions;
    private final ReentrantLock one = new ReentrantLock();
    private @Nullable StatusWatch watch;

    AmiObserver(AmiSettings settings, Duration firstPause) {
        this.settings = settings;
        this.firstPause = firstPause;
        this.sessions = new SessionPool(settings);
    }

    @Override
    public List<TrunkRegistration> registrations() {
        return ask(LiveStates::registrations);
    }

    @Override
    public List<UserContact> contacts() {
        return ask(LiveStates::contacts);
    }

    private <T> List<T> ask(Question<T> question) {
        one.lock();
        try {
            return question.ask(sessions.get(), Deadline.in(settings.reloadTimeout()));
        } catch (AmiException e) {
            throw new ObserverException(LiveStates.why(e));
        } finally {
            one.unlock();
        }
    }

    @Override
    public synchronized void listen(StatusListener listener) {
        StatusWatch present = watch;
        if (present == null) {
            present = new StatusWatch(settings, firstPause);
            watch = present;
            present.start();
        }
        present.add(listener);
    }

    /** Takes two seconds at most for each connection. A listener that is being told is not waited for longer. */
    @Override
    public void close() {
        sessions.close();
        StatusWatch present;
        synchronized (this) {
            present = watch;
            watch = null;
        }
        if (present != null) {
            present.close();
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "AmiObserver[" + settings.user() + " at " + settings.place() + "]";
    }

    private interface Question<T> {
        List<T> ask(AmiSession session, Deadline deadline) throws AmiException;
    }
}
