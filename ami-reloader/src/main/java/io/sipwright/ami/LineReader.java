package io.sipwright.ami;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines that end with CR LF. A lone LF is text: Asterisk puts one into the answers to empty lists. */
final class LineReader {
    /** Of the lines that Asterisk sends, those with all contacts of an aor are the longest. */
    static final int MAX_LINE = 1 << 18;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 14];
    private int position;
    private int limit;
    private byte[] line = new byte[256];

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line without its end; null at the end of the stream, also within a line. */
    @Nullable
    String next() throws IOException {
        int length = 0;
        while (true) {
            if (position == limit) {
                limit = in.read(buffer);
                position = 0;
                if (limit < 0) {
                    limit = 0;
                    return null;
                }
            }
            byte b = buffer[position++];
            if (b == '\n' && length > 0 && line[length - 1] == '\r') {
                return new String(line, 0, length - 1, StandardCharsets.UTF_8);
            }
            if (length == line.length) {
                if (length >= MAX_LINE) {
                    throw new IOException("a line is longer than " + MAX_LINE + " bytes");
                }
                line = Arrays.copyOf(line, length * 2);
            }
            line[length++] = b;
        }
    }
}
