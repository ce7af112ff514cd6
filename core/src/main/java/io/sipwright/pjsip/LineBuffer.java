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

    private byte[] bytes = new byte[FULL + 2 * PjsipText.MAX_LINE_BYTES];
    private int position;

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

    /** Appends an option name, or says why not. */
    @Nullable
    Refusal optionName(String name) {
        if (PjsipText.refuseOptionName(name).isPresent()) {
            return Refusal.BAD_OPTION_NAME;
        }
        verbatim(name);
        return null;
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

    /** Appends a text that was checked before. */
    void verbatim(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ensure(encoded.length);
        System.arraycopy(encoded, 0, bytes, position, encoded.length);
        position += encoded.length;
    }

    private void ensure(int more) {
        if (bytes.length - position < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, position + more));
        }
    }
}
