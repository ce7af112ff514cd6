package io.sipwright.testkit;

/** A place in a server's log; what is logged after it can be asked for. Immutable. */
public final class LogMark {
    static final LogMark START = new LogMark(0);

    private final long offset;

    LogMark(long offset) {
        this.offset = offset;
    }

    /** Bytes from the begin of the log. */
    long offset() {
        return offset;
    }
}
