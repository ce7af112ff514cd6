package io.sipwright.testkit.ami;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The settings of a rule, and the bytes they make of an answer. Thread-safe, setting by setting. */
final class AmiDelivery {
    private static final Pattern ACTION_ID = Pattern.compile("(?m)^ActionID: ");
    private static final byte[] NO_TEXT = {
        'X', '-', 'B', ':', ' ', (byte) 0xff, (byte) 0xfe, (byte) 0xc3, '(', '\r', '\n'
    };

    final List<List<String>> script = new CopyOnWriteArrayList<>();
    volatile byte @Nullable [] raw;
    volatile byte[] garbage = {};
    volatile boolean withoutEffect;
    volatile boolean silent;
    volatile boolean late;
    volatile Duration delay = Duration.ZERO;
    volatile Duration pause = Duration.ZERO;
    volatile int cutAfter = -1;
    volatile boolean reset;
    volatile boolean withoutBlankLine;
    volatile boolean otherActionId;
    volatile int events;
    volatile int hugeLine;
    volatile boolean nonUtf8;
    volatile boolean thenSilence;
    volatile boolean thenClose;

    /** Whether the answer does not come from performing the action. */
    boolean isScripted() {
        return !script.isEmpty() || raw != null || withoutEffect;
    }

    /** Whether the connection ends with the answer. */
    boolean ends() {
        return cutAfter >= 0 || reset || thenClose;
    }

    /** What is sent. */
    byte[] bytes(Reply reply) {
        if (silent) {
            return new byte[0];
        }
        byte[] all = whole(reply);
        int limit = cutAfter >= 0 ? cutAfter : reset && !thenClose ? 0 : all.length;
        return Arrays.copyOf(all, Math.min(limit, all.length));
    }

    private byte[] whole(Reply reply) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(garbage);
        byte[] instead = raw;
        if (instead != null) {
            out.writeBytes(instead);
            return out.toByteArray();
        }
        boolean isFirst = true;
        for (String message : reply.messages()) {
            for (int i = 0; i < events; i++) {
                out.writeBytes(AmiText.event(i));
            }
            String text = otherActionId ? ACTION_ID.matcher(message).replaceFirst("ActionID: other-") : message;
            int head = isFirst ? text.indexOf(Reply.END) + Reply.END.length() : 0;
            out.writeBytes(AmiText.bytes(text.substring(0, head)));
            if (isFirst) {
                writeExtraLines(out);
            }
            out.writeBytes(AmiText.bytes(text.substring(head)));
            isFirst = false;
        }
        byte[] bytes = out.toByteArray();
        boolean shorter = withoutBlankLine && bytes.length > Reply.END.length();
        return shorter ? Arrays.copyOf(bytes, bytes.length - Reply.END.length()) : bytes;
    }

    private void writeExtraLines(ByteArrayOutputStream out) {
        if (nonUtf8) {
            out.writeBytes(NO_TEXT);
        }
        if (hugeLine > 0) {
            String name = "X-Huge: ";
            out.writeBytes(AmiText.bytes(name));
            byte[] value = new byte[Math.max(0, hugeLine - name.length())];
            Arrays.fill(value, (byte) 'x');
            out.writeBytes(value);
            out.writeBytes(AmiText.bytes(Reply.END));
        }
    }
}
