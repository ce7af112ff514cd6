package io.sipwright.benchmarks;

import java.io.OutputStream;

/** Where all rendered bytes go in a measurement: nowhere. */
final class CountingStream extends OutputStream {

    private long count;
    private int last; // one byte of each piece is looked at, so that no piece is idle work

    @Override
    public void write(int b) {
        count++;
        last ^= b;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        if (length > 0) {
            count += length;
            last ^= bytes[from + length - 1];
        }
    }

    long count() {
        return count;
    }

    /** Depends on all that was written; for JMH to consume. */
    long result() {
        return count ^ last;
    }
}
