package io.sipwright.pjsip;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way to a stream. Checks and encodes a text in the same pass, because a full rendering spends nearly
 * all of its time here.
 */
final class LineBuffer {

    private static final int FULL = 64 * 1024;
    private static final int MAX_UTF8_BYTES = 3; // per char; a surrogate pair makes four of two

    private byte[] bytes;
    private int position;

    LineBuffer() {
        this(FULL + 2 * PjsipText.MAX_LINE_BYTES);
    }

    LineBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, position);
    }

    int position() {
        return position;
    }

    void reset(int to) {
        position = to;
    }

    boolean isFull() {
        return position >= FULL;
    }

    void drainTo(OutputStream out) throws IOException {
        out.write(bytes, 0, position);
        position = 0;
    }

    void lineFeed() {
        ascii('\n');
    }

    void ascii(char c) {
        ensure(1);
        bytes[position++] = (byte) c;
    }

    /** Appends a line {@code name=value}, or says why not; then a part of it may have been appended. */
    @Nullable
    Refusal option(String name, String value) {
        int lineStart = position;
        if (PjsipText.refuseOptionName(name).isPresent()) {
            return Refusal.BAD_OPTION_NAME;
        }
        ascii(name);
        ascii('=');
        if (!value.isEmpty() && value.charAt(0) == '>') {
            ascii(' '); // "=>" is an operator
        }
        Refusal refusal = escaped(value);
        if (refusal == null && position - lineStart > PjsipText.MAX_LINE_BYTES) {
            refusal = Refusal.LINE_TOO_LONG;
        }
        lineFeed();
        return refusal;
    }

    /** Appends a text that was checked before. */
    void copy(byte[] checked) {
        ensure(checked.length);
        System.arraycopy(checked, 0, bytes, position, checked.length);
        position += checked.length;
    }

    /** Appends a text that is known to be ASCII. */
    @SuppressWarnings("deprecation") // it takes the low byte of each char, which for ASCII is all of it
    private void ascii(String text) {
        int length = text.length();
        ensure(length);
        text.getBytes(0, length, bytes, position);
        position += length;
    }

    /** Appends a value with its semicolons escaped, or says why not. */
    @Nullable
    Refusal escaped(String value) {
        int length = value.length();
        if (length == 0) {
            return null;
        }
        ensure(length * MAX_UTF8_BYTES);
        byte[] target = bytes;
        int at = position;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c < ' ' || c >= 0x7f || c == ';') {
                position = at;
                return special(value, i);
            }
            target[at++] = (byte) c;
        }
        position = at;
        return value.charAt(0) == ' ' || value.charAt(length - 1) == ' ' ? Refusal.OUTER_BLANK : null;
    }

    /** The rare way: from the first character on that is not plain ASCII. */
    private @Nullable Refusal special(String value, int from) {
        Refusal refusal = PjsipText.refuseValue("", value).orElse(null);
        if (refusal == null) {
            verbatim(value.substring(from).replace(";", "\\;"));
        }
        return refusal;
    }

    /** Appends a comment without its semicolon, or says why not. */
    @Nullable
    Refusal comment(String text) {
        boolean plain = text.length() < PjsipText.MAX_LINE_BYTES / 2 && text.indexOf(';') < 0;
        if (plain) {
            return escaped(text); // has nothing to escape
        }
        Refusal refusal = PjsipText.refuseComment(text).orElse(null);
        if (refusal == null) {
            verbatim(text);
        }
        return refusal;
    }

    private void verbatim(String checked) {
        copy(checked.getBytes(StandardCharsets.UTF_8));
    }

    private void ensure(int more) {
        if (bytes.length - position < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, position + more));
        }
    }
}
