package io.sipwright.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Messages of the manager interface on a socket. Not thread-safe. */
final class AmiConnection implements AutoCloseable {
    private static final int MAX_LINE = 1 << 20;

    private final Socket socket = new Socket();
    private final InputStream in;

    AmiConnection(String host, int port, Deadline deadline) throws IOException {
        try {
            socket.connect(new InetSocketAddress(host, port), deadline.leftMillis());
            in = new BufferedInputStream(socket.getInputStream());
            String greeting = readLine(deadline);
            if (!greeting.startsWith("Asterisk Call Manager")) {
                throw new IOException("Not a manager interface: " + greeting);
            }
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    void write(List<Map.Entry<String, String>> headers) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> header : headers) {
            text.append(clean(header.getKey())).append(": ").append(clean(header.getValue()));
            text.append("\r\n");
        }
        socket.getOutputStream().write(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    AmiMessage read(Deadline deadline) throws IOException {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        while (true) {
            String line = readLine(deadline);
            if (line.isEmpty()) {
                return new AmiMessage(headers);
            }
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon);
            String value = colon < 0 ? line : line.substring(colon + 1);
            // One blank belongs to the protocol, the others to the value. Some messages end in a stray line feed.
            value = value.startsWith(" ") ? value.substring(1) : value;
            headers.add(Map.entry(name, value.endsWith("\n") ? value.substring(0, value.length() - 1) : value));
        }
    }

    /** A line ends at CR LF only: a lone LF can be part of a value. */
    private String readLine(Deadline deadline) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int previous = -1;
        while (true) {
            socket.setSoTimeout(deadline.leftMillis());
            int next = in.read();
            if (next < 0) {
                throw new IOException("Asterisk closed the manager connection");
            }
            if (previous == '\r' && next == '\n') {
                byte[] bytes = line.toByteArray();
                return new String(bytes, 0, bytes.length - 1, StandardCharsets.UTF_8);
            }
            line.write(next);
            previous = next;
            if (line.size() > MAX_LINE) {
                throw new IOException("Line longer than " + MAX_LINE + " bytes");
            }
        }
    }

    private static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                throw new IllegalArgumentException("A line break or NUL in an AMI header, at position " + i);
            }
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
