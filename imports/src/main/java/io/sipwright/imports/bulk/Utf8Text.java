package io.sipwright.imports.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file in UTF-8, up to a size. Where it is not UTF-8 it ends with a fault: a letter that was guessed could be
 * part of a password. Not thread-safe.
 */
final class Utf8Text extends Reader {

    private static final int BUFFER = 16 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Why the text could not be read to its end.
     *
     * @param line that it was reached; 0 for the file as a whole
     */
    record Fault(int line, String code, String message) {}

    private final InputStream in;
    private final long maxBytes;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).limit(0);
    private long read;
    private int line = 1;
    private char last;
    private boolean begun;
    private boolean ended;
    private @Nullable Fault fault;

    Utf8Text(InputStream in, long maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** Why it could not be read to its end; null if it could. */
    @Nullable
    Fault fault() {
        return fault;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!chars.hasRemaining()) {
            if (fault != null) {
                throw new IOException(fault.message());
            }
            if (ended) {
                return -1;
            }
            fill();
        }
        int taken = Math.min(length, chars.remaining());
        chars.get(target, offset, taken);
        return taken;
    }

    private void fill() {
        boolean end = readBytes();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, end);
        chars.flip();
        if (!begun && chars.hasRemaining()) {
            begun = true;
            if (chars.get(0) == BYTE_ORDER_MARK) {
                chars.get();
            }
        }
        countLines();
        if (result.isError()) {
            fault = notUtf8();
        } else if (end && fault == null && !bytes.hasRemaining()) {
            ended = true;
        }
    }

    /** Whether there are no more bytes. */
    private boolean readBytes() {
        bytes.compact();
        try {
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            if (count > 0) {
                bytes.position(bytes.position() + count);
                read += count;
            }
            if (read > maxBytes) {
                bytes.clear();
                fault = new Fault(0, "file.too_large", "The file is larger than " + maxBytes + " bytes.");
            }
            return count < 0;
        } catch (IOException e) {
            bytes.clear();
            fault = new Fault(read == 0 ? 0 : line, "file.unreadable", "The file can't be read to its end.");
            return false;
        } finally {
            bytes.flip();
        }
    }

    private void countLines() {
        for (int i = chars.position(); i < chars.limit(); i++) {
            char c = chars.get(i);
            if (c == '\r' || c == '\n' && last != '\r') {
                line++;
            }
            last = c;
        }
    }

    private Fault notUtf8() {
        boolean utf16 = !begun && bytes.remaining() >= 2 && (bytes.get(bytes.position()) & 0xFE) == 0xFE;
        return new Fault(
                line,
                "file.not_utf8",
                utf16
                        ? "The file is in UTF-16. Save it as UTF-8."
                        : "The file is not UTF-8 from byte " + (read - bytes.remaining() + 1)
                                + " on. Save it as UTF-8.");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
