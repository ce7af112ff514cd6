package io.sipwright.testkit.ami;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** What a server sends on one connection. Thread-safe: what is written at once stays together. */
final class AmiOutput {
    private final OutputStream out;
    private final ConnectionRule rule;
    private final Pauses pauses;
    private long sent;

    AmiOutput(OutputStream out, ConnectionRule rule, Pauses pauses) {
        this.out = out;
        this.rule = rule;
        this.pauses = pauses;
    }

    void write(byte[] bytes) throws IOException {
        write(bytes, Duration.ZERO);
    }

    /** Throws {@link HangUp} when all has been sent that this connection is to get. */
    synchronized void write(byte[] bytes, Duration pause) throws IOException {
        int length = (int) Math.min(bytes.length, rule.sentLimit - sent);
        Duration slow = pause.isZero() ? rule.pause : pause;
        if (slow.isZero()) {
            out.write(bytes, 0, length);
            out.flush();
        } else {
            for (int i = 0; i < length; i++) {
                out.write(bytes[i]);
                out.flush();
                pauses.pause(slow);
            }
        }
        sent += length;
        if (sent >= rule.sentLimit) {
            throw new HangUp(rule.reset);
        }
    }
}
