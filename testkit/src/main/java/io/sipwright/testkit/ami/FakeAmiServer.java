package io.sipwright.testkit.ami;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A manager interface on a free port of 127.0.0.1 that answers like a small Asterisk 22, and misbehaves where a test
 * tells it to.
 *
 * <pre>{@code
 * try (FakeAmiServer server = FakeAmiServer.start("sipwright", "secret")) {
 *     server.onReload(loaded -> loaded.put("endpoint", "alice", Map.of("@rev", "2")));
 *     server.on("Reload").errors("A reload is in progress", 2);
 *     ... // the client reloads
 *     assertThat(server.actions("Reload")).hasSize(3);
 * }
 * }</pre>
 *
 * <p>Where it differs from Asterisk without being told: a refused login is not delayed, contacts of phones last for
 * ever, {@code PJSIPRegister} succeeds at once, and every user may do everything. A reload loads nothing until
 * {@link #onReload} says what.
 *
 * <p>Thread-safe. {@link #close} ends all connections and threads.
 */
public final class FakeAmiServer implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Shared shared;
    private final Listener listener;

    private FakeAmiServer(Shared shared, Listener listener) {
        this.shared = shared;
        this.listener = listener;
    }

    /** Starts a server that knows one user. */
    public static FakeAmiServer start(String user, String secret) {
        return builder(user, secret).start();
    }

    /** A server that knows one user. */
    public static Builder builder(String user, String secret) {
        return new Builder(user, secret);
    }

    /** Where it listens: 127.0.0.1. */
    public String host() {
        return Listener.HOST;
    }

    /** The port, the same until {@link #close}. */
    public int port() {
        return listener.port();
    }

    /** What is loaded; it may be changed at any time. */
    public FakePjsip pjsip() {
        return shared.state.pjsip();
    }

    /** Sets what each later reload of {@code res_pjsip.so} does. */
    public void onReload(ReloadEffect effect) {
        shared.state.effect(effect);
    }

    /** A new rule for an action, whose name may be in any case of letters. */
    public AmiRule on(String action) {
        return shared.rules.add(action);
    }

    /** A new rule for connections. */
    public ConnectionRule onConnect() {
        return listener.rules().add(new ConnectionRule());
    }

    /** Forgets all rules: well-behaved again. */
    public void behave() {
        shared.rules.clear();
        listener.rules().clear();
    }

    /** Boots from now on: no {@code FullyBooted} after a login, and a reload is called a success, but only queued. */
    public void booting() {
        shared.state.booted(false);
    }

    /** Has booted: performs a queued reload, and tells the clients that want events. */
    public void booted() {
        shared.state.booted(true);
        event("FullyBooted", "Privilege: system,all", "Uptime: 1", "LastReload: 1", "Status: Fully Booted");
    }

    /** Sends an event to every client that is logged in and wants events. */
    public void event(String name, String... lines) {
        byte[] text =
                AmiText.bytes("Event: " + name + Reply.END + String.join(Reply.END, lines) + Reply.END + Reply.END);
        shared.sessions.forEach(session -> session.event(text));
    }

    /** Refuses new connections until {@link #accept}; those that there are remain. */
    public void refuse() {
        listener.close(CLOSE_LIMIT);
    }

    /**
     * Accepts connections again, on the same port.
     *
     * @throws UncheckedIOException if another program has taken the port meanwhile
     */
    public void accept() {
        listener.open();
    }

    /** Ends all connections with RST, as when Asterisk is killed; new ones are accepted. */
    public void drop() {
        shared.sessions.forEach(session -> session.end(true));
    }

    /** How many connections were accepted so far. */
    public int connections() {
        return listener.accepted();
    }

    /** How many connections are open. */
    public int openConnections() {
        return shared.sessions.size();
    }

    /** All that clients sent, in the order it came. */
    public List<RecordedAction> actions() {
        return shared.log.all();
    }

    /** All actions of a name, in any case of letters. */
    public List<RecordedAction> actions(String name) {
        return shared.log.all(name);
    }

    /** Waits until so many actions of a name came, and returns what there is then, or when the limit is reached. */
    public List<RecordedAction> await(String name, int count, Duration limit) {
        return shared.log.await(name, count, limit);
    }

    /**
     * Ends all connections, and waits a few seconds at most for the threads; a second call does nothing.
     *
     * @throws IllegalStateException if a thread does not end, as with a {@link ReloadEffect} that hangs
     */
    @Override
    public void close() {
        shared.pauses.close();
        listener.close(CLOSE_LIMIT);
        shared.sessions.forEach(session -> session.end(false));
        listener.join(CLOSE_LIMIT);
    }

    /** What listener and connections have in common. */
    record Shared(
            ServerState state,
            ActionRules rules,
            ActionLog log,
            Pauses pauses,
            Set<Session> sessions,
            @Nullable SSLContext tls) {}

    /** What a server is started with. Not thread-safe. */
    public static final class Builder {
        private final String user;
        private final String secret;
        private @Nullable SSLContext tls;
        private @Nullable Path configDirectory;

        private Builder(String user, String secret) {
            this.user = user;
            this.secret = secret;
        }

        /** Speaks TLS only, with the key of this context. */
        public Builder tls(SSLContext context) {
            tls = context;
            return this;
        }

        /** Where {@code GetConfig} finds its files; without, it finds none. Includes are not followed. */
        public Builder configDirectory(Path directory) {
            configDirectory = directory;
            return this;
        }

        /**
         * Starts the server.
         *
         * @throws UncheckedIOException if there is no free port
         */
        public FakeAmiServer start() {
            Shared shared = new Shared(
                    new ServerState(user, secret, configDirectory),
                    new ActionRules(),
                    new ActionLog(),
                    new Pauses(),
                    ConcurrentHashMap.newKeySet(),
                    tls);
            Listener listener = new Listener(shared);
            listener.open();
            return new FakeAmiServer(shared, listener);
        }
    }
}
