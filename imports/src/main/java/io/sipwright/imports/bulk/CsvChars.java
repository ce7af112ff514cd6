package io.sipwright.imports.bulk;

import java.io.IOException;
import java.io.Reader;

/** The characters of CSV with their lines. Every line break is one LF. Not thread-safe. */
final class CsvChars {

    static final int END = -1;

    private static final int NONE = -2;

    private final Reader in;
    private final char[] buffer = new char[8192];
    private int from;
    private int to;
    private int peeked = NONE;
    private int line;

    CsvChars(Reader in, int line) {
        this.in = in;
        this.line = line;
    }

    /** The line of the next character. */
    int line() {
        return line;
    }

    int peek() throws IOException {
        if (peeked == NONE) {
            int c = raw();
            if (c == '\r') {
                int behind = raw();
                if (behind != '\n' && behind != END) {
                    from--;
                }
                c = '\n';
            }
            peeked = c;
        }
        return peeked;
    }

    int read() throws IOException {
        int c = peek();
        if (c != END) {
            peeked = NONE;
        }
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private int raw() throws IOException {
        if (from == to) {
            int count = in.read(buffer, 0, buffer.length);
            if (count < 0) {
                return END;
            }
            from = 0;
            to = count;
        }
        return buffer[from++];
    }

    /** Goes on behind the end of the line. */
    void skipLine() throws IOException {
        int c = read();
        while (c != '\n' && c != END) {
            c = read();
        }
    }
}
