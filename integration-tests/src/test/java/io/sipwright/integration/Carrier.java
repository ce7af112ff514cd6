package io.sipwright.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A carrier on this machine: knows one password, which can change, and counts the REGISTERs that had it and those
 * that did not.
 */
final class Carrier implements AutoCloseable {
    private static final Pattern PROOF = Pattern.compile("response=\"(\\w+)\"");
    private static final Pattern USER = Pattern.compile("username=\"([^\"]+)\"");
    private static final Pattern URI = Pattern.compile("uri=\"([^\"]+)\"");
    /** After PJSIPRegister, Asterisk 16 leaves it to the carrier. */
    private static final int USUAL = 300;

    private static final Pattern EXPIRES = Pattern.compile("(?im)^Expires: *(\\d+)");

    private volatile String password;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final DatagramSocket socket;

    Carrier(String password) throws IOException {
        this.password = password;
        socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::serve, "registrar");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Knows another password from now on. */
    void become(String other) {
        password = other;
    }

    /** With the password, to end a registration. */
    int ended() {
        return ended.get();
    }

    int accepted() {
        return accepted.get();
    }

    /** With a wrong proof; a first request, which has none, does not count. */
    int refused() {
        return refused.get();
    }

    private void serve() {
        byte[] buffer = new byte[1 << 16];
        try {
            while (!socket.isClosed()) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                String request = new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8);
                if (request.startsWith("REGISTER ")) {
                    byte[] answer = answer(request).getBytes(StandardCharsets.UTF_8);
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            }
        } catch (SocketException e) {
            // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answer(String request) {
        Matcher expires = EXPIRES.matcher(request);
        int seconds = expires.find() ? Integer.parseInt(expires.group(1)) : USUAL;
        String proof = first(PROOF, request);
        boolean known = proof.equals(proof(first(USER, request), password, first(URI, request)));
        if (known && seconds > 0) {
            accepted.incrementAndGet();
        } else if (known) {
            ended.incrementAndGet();
        } else if (!proof.isEmpty()) {
            refused.incrementAndGet();
        }
        StringBuilder answer = new StringBuilder(known ? "SIP/2.0 200 OK\r\n" : "SIP/2.0 401 Unauthorized\r\n");
        for (String line : request.split("\r\n", -1)) {
            boolean copied = line.matches("(?i)(via|v|from|f|call-id|i|cseq|to|t):.*");
            boolean contact = known && seconds > 0 && line.matches("(?i)(contact|m):.*");
            if (copied || contact) {
                String tag = line.matches("(?i)(to|t):.*") ? ";tag=carrier" : contact ? ";expires=" + seconds : "";
                answer.append(line).append(tag).append("\r\n");
            }
        }
        answer.append(known ? "" : "WWW-Authenticate: Digest realm=\"carrier\",nonce=\"n\",algorithm=MD5\r\n");
        return answer.append("Expires: ")
                .append(seconds)
                .append("\r\nContent-Length: 0\r\n\r\n")
                .toString();
    }

    private static String proof(String user, String password, String uri) {
        return md5(md5(user + ":carrier:" + password) + ":n:" + md5("REGISTER:" + uri));
    }

    private static String md5(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    @Override
    public void close() {
        socket.close(); // which ends the thread as well
    }
}
