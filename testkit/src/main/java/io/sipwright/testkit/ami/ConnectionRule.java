package io.sipwright.testkit.ami;

import java.time.Duration;

/**
 * How a {@link FakeAmiServer} treats a connection, other than Asterisk would.
 *
 * <p>A rule counts from {@link FakeAmiServer#onConnect} at once for each new connection, for ever or for so many
 * {@link #times}; then the next rule, then none. One that counts for ever ends when another is made. Finish the chain
 * before the client connects. All may be combined. Thread-safe.
 */
public final class ConnectionRule {
    private final Uses uses = new Uses();
    volatile String banner = "Asterisk Call Manager/11.0.0";
    volatile boolean silent;
    volatile Duration delay = Duration.ZERO;
    volatile Duration pause = Duration.ZERO;
    volatile long sentLimit = Long.MAX_VALUE;
    volatile long receivedLimit = Long.MAX_VALUE;
    volatile long flood;
    volatile boolean reset;

    ConnectionRule() {}

    Uses uses() {
        return uses;
    }

    /** Counts for so many connections, 1 or more. */
    public ConnectionRule times(int times) {
        uses.limit(times);
        return this;
    }

    /** Greets with another line, which is sent in UTF-8 and with CR LF behind it. */
    public ConnectionRule banner(String line) {
        banner = line;
        return this;
    }

    /** Accepts and says nothing, not even a banner or a TLS handshake, and throws away what the client sends. */
    public ConnectionRule silence() {
        silent = true;
        return this;
    }

    /** Waits before the banner. */
    public ConnectionRule delay(Duration wait) {
        delay = wait;
        return this;
    }

    /** Sends all there is a byte at a time, with a pause after each. */
    public ConnectionRule oneBytePer(Duration pauseAfterEach) {
        pause = pauseAfterEach;
        return this;
    }

    /** Closes the connection before the banner. */
    public ConnectionRule closeAtOnce() {
        return closeAfterTotalBytes(0);
    }

    /** Closes the connection when so many bytes have been sent in all, the banner among them; in TLS, of the text. */
    public ConnectionRule closeAfterTotalBytes(long bytes) {
        sentLimit = AmiText.notNegative(bytes);
        return this;
    }

    /** Closes the connection when so many bytes have been read from the client; in TLS, of the text. */
    public ConnectionRule closeAfterReceivedBytes(long bytes) {
        receivedLimit = AmiText.notNegative(bytes);
        return this;
    }

    /** Where another method closes the connection, ends it with RST; if none does, before the banner. */
    public ConnectionRule reset() {
        reset = true;
        return this;
    }

    /** Sends so many events after the login, whether the client wants events or not. */
    public ConnectionRule flood(long events) {
        flood = events;
        return this;
    }

    boolean endsAtOnce() {
        return sentLimit == 0 || (reset && sentLimit == Long.MAX_VALUE && receivedLimit == Long.MAX_VALUE);
    }
}
