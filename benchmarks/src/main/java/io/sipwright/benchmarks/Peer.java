package io.sipwright.benchmarks;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Another way to the same bytes. None checks or escapes a value. */
interface Peer {

    void render(OutputStream out) throws IOException;

    /** Whoever writes other bytes has another task. All but the blank line that a peer leaves after the last user. */
    default void mustRender(byte[] expected) throws IOException {
        ByteArrayOutputStream rendered = new ByteArrayOutputStream(expected.length + 1);
        render(rendered);
        byte[] wanted = Arrays.copyOf(expected, expected.length + 1);
        wanted[expected.length] = '\n';
        if (!Arrays.equals(wanted, rendered.toByteArray())) {
            throw new IllegalStateException(getClass().getSimpleName() + " does not render the same bytes");
        }
    }

    /** A writer with a buffer as large as that of the library. */
    static Writer buffered(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }
}
