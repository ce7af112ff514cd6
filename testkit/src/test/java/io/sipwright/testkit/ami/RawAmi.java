package io.sipwright.testkit.ami;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/** A client that hides nothing: bytes as they come, each as one character. Every read ends after ten seconds. */
final class RawAmi implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    private RawAmi(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    static RawAmi connect(int port) throws IOException {
        return new RawAmi(new Socket("127.0.0.1", port));
    }

    static RawAmi connect(int port, SSLContext tls) throws IOException {
        return new RawAmi(tls.getSocketFactory().createSocket("127.0.0.1", port));
    }

    static RawAmi login(int port, String user, String secret, String... more) throws IOException {
        RawAmi client = connect(port);
        client.readLine();
        List<String> lines =
                new ArrayList<>(List.of("Action: Login", "ActionID: login", "Username: " + user, "Secret: " + secret));
        lines.addAll(List.of(more));
        client.send(lines.toArray(String[]::new));
        client.readMessage();
        return client;
    }

    void send(String... lines) throws IOException {
        sendText(String.join("\r\n", lines) + "\r\n\r\n");
    }

    void sendText(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A line without its CR LF; a lone LF is part of it. */
    String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("closed after: " + line.toString(StandardCharsets.ISO_8859_1));
            }
            line.write(next);
            String text = next == '\n' ? line.toString(StandardCharsets.ISO_8859_1) : "";
            if (text.endsWith("\r\n")) {
                return text.substring(0, text.length() - 2);
            }
        }
    }

    List<String> readMessage() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            lines.add(line);
        }
        return lines;
    }

    /** Sends an action without events, and returns all messages up to the answer of a Ping behind it. */
    List<List<String>> ask(String... lines) throws IOException {
        send(lines);
        send("Action: Ping", "ActionID: ask-end");
        List<List<String>> answers = new ArrayList<>();
        for (List<String> next = readMessage(); !next.contains("ActionID: ask-end"); next = readMessage()) {
            answers.add(next);
        }
        return answers;
    }

    /** All that comes until the other end closes. */
    String readAll() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** So many bytes. */
    String read(int bytes) throws IOException {
        return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    /** Whether anything comes within a short while; what came is taken. */
    boolean isSilentFor(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(TIMEOUT_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
