package io.sipwright.pjsip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file as Asterisk gets them from {@code fgets} with its buffer of 8192 bytes: cut at NUL, skipped when
 * too long, without a byte order mark. The tail of an over-long line that holds a NUL is a line of its own, as there.
 */
final class PhysicalLines {

    private static final int CHUNK = PjsipText.MAX_LINE_BYTES + 1; // the longest line and its line feed

    private final InputStream in;
    private final BiConsumer<Integer, String> warnings;
    private final byte[] block = new byte[1 << 16]; // what was read ahead
    private int blockAt;
    private int blockEnd;
    private final byte[] chunk = new byte[CHUNK];
    private boolean first;
    private int length;
    private int line = 0;
    private boolean lineEnded = true;

    PhysicalLines(InputStream in, boolean skipByteOrderMark, BiConsumer<Integer, String> warnings) {
        this.first = skipByteOrderMark;
        this.in = in;
        this.warnings = warnings;
    }

    /** Number of the line returned last, counted from 1. */
    int number() {
        return line;
    }

    /** The next line without its line feed, or null at the end. */
    @Nullable
    String next() throws IOException {
        while (readChunk()) {
            int end = endOfString();
            if (end == CHUNK && chunk[CHUNK - 1] != '\n') {
                warnings.accept(line, "line of more than " + PjsipText.MAX_LINE_BYTES + " bytes is skipped");
                first = false;
                skipRestOfLine();
                continue;
            }
            if (end < length) {
                warnings.accept(line, "NUL byte ends the line");
            }
            boolean bom = first
                    && end >= 3
                    && Arrays.equals(chunk, 0, 3, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, 3);
            first = false;
            int from = bom ? 3 : 0;
            int to = end > from && chunk[end - 1] == '\n' ? end - 1 : end;
            return decode(from, to);
        }
        return null;
    }

    /** Reads up to a line feed or a full chunk, as {@code fgets} does. */
    private boolean readChunk() throws IOException {
        length = 0;
        boolean ended = false;
        while (length < CHUNK && !ended && hasMore()) {
            int limit = Math.min(blockEnd, blockAt + CHUNK - length);
            int end = blockAt;
            while (end < limit && !ended) {
                ended = block[end++] == '\n';
            }
            System.arraycopy(block, blockAt, chunk, length, end - blockAt);
            length += end - blockAt;
            blockAt = end;
        }
        if (length == 0) {
            return false;
        }
        if (lineEnded) {
            line++;
        }
        lineEnded = ended;
        return true;
    }

    private boolean hasMore() throws IOException {
        if (blockAt == blockEnd) {
            blockAt = 0;
            blockEnd = in.read(block);
        }
        return blockEnd > 0;
    }

    private int endOfString() {
        for (int i = 0; i < length; i++) {
            if (chunk[i] == 0) {
                return i;
            }
        }
        return length;
    }

    private void skipRestOfLine() throws IOException {
        while (readChunk()) {
            if (endOfString() != CHUNK || chunk[CHUNK - 1] == '\n') {
                return;
            }
        }
    }

    private String decode(int from, int to) {
        boolean ascii = true;
        for (int i = from; i < to && ascii; i++) {
            ascii = chunk[i] >= 0;
        }
        if (ascii) {
            return new String(chunk, from, to - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(chunk, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            warnings.accept(line, "not UTF-8; read as ISO 8859-1");
            return new String(chunk, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }
}
