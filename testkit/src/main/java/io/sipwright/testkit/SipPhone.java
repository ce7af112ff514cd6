package io.sipwright.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A minimal SIP phone over UDP: it registers and unregisters, with digest authentication, and no more.
 *
 * <p>Each phone has a socket, thus a contact, of its own until {@link #close}. Closing does not unregister.
 * Thread-safe; one request at a time.
 */
public final class SipPhone implements AutoCloseable {
    /** At most: the first try, the one with a password, and one more if the server's nonce was too old. */
    private static final int MAX_REQUESTS = 3;

    private final Settings settings;
    private final DatagramSocket socket;
    private final RegisterRequest request;

    private SipPhone(Settings settings) {
        this.settings = settings;
        try {
            InetAddress server = settings.server.getAddress();
            this.socket = new DatagramSocket(
                    server.isLoopbackAddress() ? new InetSocketAddress(server, 0) : new InetSocketAddress(0));
            // Only then does a closed port tell so, and only this server's packets come through.
            socket.connect(settings.server);
        } catch (SocketException e) {
            throw new UncheckedIOException("Cannot open a SIP socket towards " + settings.server, e);
        }
        InetSocketAddress local = (InetSocketAddress) socket.getLocalSocketAddress();
        this.request = new RegisterRequest(settings.server, local, settings.user);
    }

    /** A phone that is still to be told its server and user. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Registers for an hour, or refreshes that.
     *
     * @return also when the server refuses
     * @throws UncheckedIOException if the server does not answer in time
     */
    public RegisterResult register() {
        return register(Duration.ofHours(1));
    }

    /** Registers for a time that the server may shorten or prolong; whole seconds. */
    public synchronized RegisterResult register(Duration expires) {
        return send(Math.toIntExact(expires.toSeconds()));
    }

    /** Removes this phone's contact from the server. */
    public synchronized RegisterResult unregister() {
        return send(0);
    }

    /** What this phone registers, e.g. {@code sip:2001@127.0.0.1:40123}. */
    public String contactUri() {
        return request.contactUri();
    }

    private RegisterResult send(int expires) {
        Optional<DigestChallenge> challenge = Optional.empty();
        for (int sent = 1; ; sent++) {
            String branch = RegisterRequest.newBranch();
            Optional<String> proof = challenge.map(
                    asked -> asked.answer("REGISTER", request.registrarUri(), settings.authUser, settings.password));
            String text = request.text(branch, expires, proof);
            SipResponse response = SipTransaction.run(
                    socket, settings.server, branch, text, settings.timeout, settings.throughRestarts);
            boolean refused = challenge.isPresent();
            Optional<DigestChallenge> next = strongest(response);
            boolean again = next.isPresent() && (!refused || next.get().isStale());
            if (!again || sent == MAX_REQUESTS) {
                OptionalInt kept = response.status() == 200 ? request.expires(response) : OptionalInt.empty();
                return new RegisterResult(
                        response.status(), response.reason(), challenge.map(DigestChallenge::algorithm), kept);
            }
            challenge = next;
        }
    }

    private Optional<DigestChallenge> strongest(SipResponse response) {
        if (response.status() != 401) {
            return Optional.empty();
        }
        return response.all("www-authenticate").stream()
                .flatMap(header -> DigestChallenge.parse(header).stream())
                .filter(asked -> settings.algorithms.contains(asked.algorithm()))
                .max(Comparator.comparing(DigestChallenge::algorithm));
    }

    /** Closes the socket; the server keeps the contact until it expires. */
    @Override
    public void close() {
        socket.close();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SipPhone[" + request.contactUri() + " at " + settings.server + "]";
    }

    private record Settings(
            InetSocketAddress server,
            String user,
            String authUser,
            String password,
            Set<DigestAlgorithm> algorithms,
            Duration timeout,
            boolean throughRestarts) {}

    /** What a phone is made of. Not thread-safe. */
    public static final class Builder {
        private @Nullable InetSocketAddress server;
        private @Nullable String user;
        private @Nullable String authUser;
        private String password = "";
        private Set<DigestAlgorithm> algorithms = Set.of(DigestAlgorithm.values());
        private Duration timeout = Duration.ofSeconds(5);
        private boolean throughRestarts;

        private Builder() {}

        /** Where to register. Required. */
        public Builder server(String host, int port) {
            server = new InetSocketAddress(host, port);
            return this;
        }

        /** The user part of the address to register. Required. */
        public Builder user(String name) {
            user = printable("user", name);
            return this;
        }

        /** The user name to log in with; by default the same as {@link #user}. */
        public Builder authUser(String name) {
            authUser = printable("authUser", name);
            return this;
        }

        /** The password; by default empty. It is never sent, logged or shown. */
        public Builder password(String secret) {
            password = secret;
            return this;
        }

        /** The algorithms to log in with, by default all; of those the server offers, the strongest is taken. */
        public Builder algorithms(DigestAlgorithm... allowed) {
            algorithms = Set.copyOf(List.of(allowed));
            return this;
        }

        /** How long to wait for each answer; by default 5 seconds. */
        public Builder timeout(Duration limit) {
            timeout = limit;
            return this;
        }

        /**
         * Goes on sending, within the time-out, while nobody listens at the port, as phones do on a network that tells them
         * nothing of it; by default a closed port ends the waiting at once.
         */
        public Builder throughRestarts() {
            throughRestarts = true;
            return this;
        }

        /**
         * Opens the phone's socket; nothing is sent yet.
         *
         * @throws IllegalStateException if the server or the user is missing
         * @throws UncheckedIOException if the server's name has no address, or no socket can be opened
         */
        public SipPhone build() {
            if (server == null || user == null) {
                throw new IllegalStateException("A phone needs a server and a user");
            }
            if (server.isUnresolved()) {
                throw new UncheckedIOException(new IOException("No address for " + server.getHostString()));
            }
            String login = authUser == null ? user : authUser;
            return new SipPhone(new Settings(server, user, login, password, algorithms, timeout, throughRestarts));
        }

        private static String printable(String what, String text) {
            if (text.isEmpty() || text.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
                throw new IllegalArgumentException(what + " must be text without control characters");
            }
            return text;
        }
    }
}
