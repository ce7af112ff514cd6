package io.sipwright.ami;

import io.sipwright.pjsip.Section;
import io.sipwright.reload.FileReading;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.reload.Reloader;
import io.sipwright.secret.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Reloads one Asterisk over its manager interface (AMI), and looks at what it runs then.
 *
 * <p>The manager account needs {@code write = system,reporting}, also for a pre-flight; without {@code reporting} there are no stamps, and
 * options are compared instead. With {@code read = system} it is noticed when Asterisk has not finished its start; without, the first reload of a connection waits half a second for that news.
 *
 * <p>One connection is kept between calls, and made anew when it is broken; it has two daemon threads. Each call begins
 * with connecting or a ping: at most the connect time-out, once more with TLS, and five response time-outs; looking up a
 * host name takes as long as the system lets it. Thread-safe; calls wait for each other, but for {@link #close}.
 */
public final class AmiReloader implements Reloader {
    private final AmiSettings settings;
    private final SessionPool sessions;
    private final ReentrantLock one = new ReentrantLock();

    private AmiReloader(AmiSettings settings) {
        this.settings = settings;
        this.sessions = new SessionPool(settings);
    }

    /** A reloader for the Asterisk at a host and a port, usually 5038. */
    public static Builder builder(String host, int port, String user, Secret secret) {
        return new Builder(host, port, user, secret);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Besides connecting, takes at most one response time-out to end registrations, and a reload time-out each to
     * reload (and to wait for the end of Asterisk's start), to look, and to do what a reload does not. An interrupt ends
     * it at once with {@link ReloadOutcome.Unreachable}, and stays set.
     */
    @Override
    public ReloadOutcome reload(ReloadRequest request) {
        return call(session -> new ReloadCall(settings, session, request).reload());
    }

    /**
     * {@inheritDoc}
     *
     * <p>Reloads only the module of registrations, where one has changed; all of PJSIP once after twenty new users or more, or
     * each first REGISTER would have Asterisk read all of them. Besides connecting, takes as long as a reload at most.
     */
    @Override
    public ReloadOutcome refresh(ReloadRequest request) {
        return call(session -> new ReloadCall(settings, session, request).refresh());
    }

    /**
     * {@inheritDoc}
     *
     * <p>Besides connecting, takes at most one reload time-out.
     */
    @Override
    public ReloadOutcome verify(ReloadRequest request) {
        return call(session -> new ReloadCall(settings, session, request).verify());
    }

    /**
     * {@inheritDoc}
     *
     * <p>Both times in whole seconds, as Asterisk tells them. Besides connecting, takes at most one response time-out.
     */
    @Override
    public String incarnation() {
        one.lock();
        try {
            return Incarnation.ask(sessions.get(), settings.responseTimeout());
        } catch (AmiException e) {
            return "";
        } finally {
            one.unlock();
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Asks nothing unless {@link Builder#preflight} is on. Asterisk must see the file in its own configuration directory, or
     * below it. Besides connecting, takes at most one reload time-out.
     */
    @Override
    public FileReading read(Path file, Consumer<? super Section> sections) {
        if (!settings.preflight()) {
            return new FileReading.NotAsked("the pre-flight is off");
        }
        one.lock();
        try {
            return new FileCall(sessions.get(), Deadline.in(settings.reloadTimeout()), sections).read(file);
        } catch (AmiException e) {
            return new FileReading.NotAsked(e.outcome().summary());
        } finally {
            one.unlock();
        }
    }

    /** Ends the connection, in two seconds at most; a call that is under way ends as well, with an unknown outcome. */
    @Override
    public void close() {
        sessions.close();
    }

    /**
     * A new observer of the same Asterisk, with the same account and time-outs, and connections of its own. To be closed by
     * the caller.
     */
    public AmiObserver observer() {
        return new AmiObserver(settings, AmiObserver.FIRST_PAUSE);
    }

    /**
     * Questions to the same Asterisk, with the same account and time-outs, over a connection of their own. To be closed by the
     * caller.
     *
     * @throws io.sipwright.reload.ObserverException if it can't be reached, or refuses the account
     */
    public Inquiry inquiry() {
        return Inquiry.open(settings);
    }

    /** Whether objects that change are dropped from a memory cache, as {@link Builder#memoryCache} says. */
    public boolean isMemoryCache() {
        return settings.memoryCache();
    }

    /** For others that speak to the same Asterisk. */
    AmiSettings settings() {
        return settings;
    }

    private ReloadOutcome call(Call call) {
        one.lock();
        try {
            return call.with(sessions.get());
        } catch (AmiException e) {
            return e.outcome();
        } finally {
            one.unlock();
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "AmiReloader[" + settings.user() + " at " + settings.place() + "]";
    }

    private interface Call {
        ReloadOutcome with(AmiSession session) throws AmiException;
    }

    /** What a reloader is made of. Not thread-safe. */
    public static final class Builder {
        private final String host;
        private final int port;
        private final String user;
        private final Secret secret;
        private Duration connectTimeout = Duration.ofSeconds(3);
        private Duration responseTimeout = Duration.ofSeconds(5);
        private Duration reloadTimeout = Duration.ofSeconds(60);
        private @Nullable SSLContext tls;
        private boolean verification = true;
        private boolean preflight;
        private boolean memoryCache;
        private int busyRetries = 30;
        private Duration busyPause = Duration.ofMillis(100);

        private Builder(String host, int port, String user, Secret secret) {
            if (host.isBlank() || user.isBlank()) {
                throw new IllegalArgumentException("A reloader needs a host and a user");
            }
            if (port < 1 || port > 0xffff) {
                throw new IllegalArgumentException("The port must be from 1 to 65535");
            }
            this.host = host;
            this.port = port;
            this.user = AmiText.requireLine("The user", user);
            this.secret = secret;
        }

        /** How long to wait for a connection, and again for TLS; by default 3 seconds. */
        public Builder connectTimeout(Duration time) {
            connectTimeout = positive("connectTimeout", time);
            return this;
        }

        /** How long to wait for each answer but that to a reload, and for each next part of a list; by default 5 seconds. */
        public Builder responseTimeout(Duration time) {
            responseTimeout = positive("responseTimeout", time);
            return this;
        }

        /**
         * How long a reload may take, with all its retries; and how long a look at what runs. By default 60 seconds: in a
         * reload Asterisk waits for name servers.
         */
        public Builder reloadTimeout(Duration time) {
            reloadTimeout = positive("reloadTimeout", time);
            return this;
        }

        /** Speaks TLS, by default it does not. The certificate must be one for the host, and trusted by the context. */
        public Builder tls(SSLContext context) {
            tls = context;
            return this;
        }

        /** Whether to look at what runs; by default it does. Without, a reload is never more than accepted. */
        public Builder verification(boolean on) {
            verification = on;
            return this;
        }

        /**
         * Whether Asterisk reads the staged files before they replace others; by default it does not. If it can't read them,
         * or reads something else, nothing is replaced and nothing reloaded. Where it can't be asked, all goes on as without.
         *
         * <p>Each file that changes is read as a whole and comes back as a whole, with all passwords, over the manager
         * connection. Measured with Asterisk 22 and 16 on the same machine: 10 ms for 100 users, 60 for 1,000, 270 for 5,000,
         * 1,200 to 1,400 for 20,000.
         */
        public Builder preflight(boolean on) {
            preflight = on;
            return this;
        }

        /**
         * Whether Asterisk keeps rows in a memory cache ({@code endpoint/cache=memory_cache} in sorcery.conf, and the like for
         * auths and aors), so that it is told to drop those that change; by default it does not.
         */
        public Builder memoryCache(boolean on) {
            memoryCache = on;
            return this;
        }

        /** How often to ask again while another reload goes on, within the reload time-out; by default 30 times. */
        public Builder busyRetries(int retries) {
            if (retries < 0) {
                throw new IllegalArgumentException("busyRetries must not be negative");
            }
            busyRetries = retries;
            return this;
        }

        /** The pause before the first retry, which then doubles up to 2 seconds; by default 100 milliseconds. */
        public Builder busyPause(Duration pause) {
            busyPause = positive("busyPause", pause);
            return this;
        }

        /** Makes it; connects only with the first call. */
        public AmiReloader build() {
            return new AmiReloader(new AmiSettings(
                    host,
                    port,
                    user,
                    secret,
                    connectTimeout,
                    responseTimeout,
                    reloadTimeout,
                    tls,
                    verification,
                    preflight,
                    memoryCache,
                    busyRetries,
                    busyPause));
        }

        private static Duration positive(String what, Duration time) {
            if (time.toMillis() < 1 || time.toMillis() > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(what + " must be between 1 millisecond and 24 days");
            }
            return time;
        }
    }
}
