package io.sipwright.testkit.ami;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a client sends, read the way Asterisk does: a lone LF ends a line as well. Not thread-safe. */
final class AmiInput {
    /** The bytes of Asterisk's buffer. When it is full without an LF, all but the last are thrown away. */
    private static final int BUFFER = 1024;

    private static final int MAX_LINES = 128;

    private final InputStream in;
    private final ConnectionRule rule;
    private long received;
    private boolean isTooLong;
    private boolean isEmpty;

    AmiInput(InputStream in, ConnectionRule rule) {
        this.in = new BufferedInputStream(in);
        this.rule = rule;
    }

    /**
     * The lines of the next message, which may be none.
     *
     * @throws EOFException if the client has closed the connection
     */
    List<String> read() throws IOException {
        List<String> lines = new ArrayList<>();
        isTooLong = false;
        while (true) {
            String line = readLine();
            if (!line.isEmpty()) {
                lines.add(line);
            }
            if (isEmpty) {
                return lines;
            }
        }
    }

    /** What Asterisk finds wrong with the form of the message read last; empty for nothing. */
    String problem(List<String> lines) {
        if (lines.size() > MAX_LINES) {
            return "Too many lines in message or allocation failure";
        }
        return isTooLong ? "Failed to parse message: line too long" : "";
    }

    /** Takes what has come already, so that the connection can be closed without RST. */
    void discard() throws IOException {
        in.skipNBytes(in.available());
    }

    /** The whole line; whether it is empty for Asterisk depends on what is left in the buffer. */
    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int buffered = 0;
        int next = readByte();
        while (next != '\n') {
            line.write(next);
            if (++buffered == BUFFER) {
                isTooLong = true;
                buffered = 1;
            }
            next = readByte();
        }
        String text = line.toString(StandardCharsets.UTF_8);
        boolean hasReturn = text.endsWith("\r");
        isEmpty = buffered == 0 || (buffered == 1 && hasReturn);
        return hasReturn ? text.substring(0, text.length() - 1) : text;
    }

    private int readByte() throws IOException {
        if (received >= rule.receivedLimit) {
            throw new HangUp(rule.reset);
        }
        int next = in.read();
        if (next < 0) {
            throw new EOFException("The client has closed the connection");
        }
        received++;
        return next;
    }
}
