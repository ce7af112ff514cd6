package io.sipwright.realtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A carrier on this machine that accepts every REGISTER, and tells which came. */
final class OpenRegistrar implements AutoCloseable {

    /** Longer than Asterisk waits where {@code max_random_initial_delay} is 0, which is a second. */
    static final int SOON = 2500;

    static final int LATEST = 20_000;

    private final DatagramSocket socket;
    private final Set<String> heard = new HashSet<>();

    OpenRegistrar() {
        try {
            socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /**
     * The next REGISTER, or that which came before: "registered", "unregistered", or "nothing" within a time. One that is sent
     * again, because the answer was late, is answered again and not told.
     */
    String hears(int millis) {
        String told = next(millis);
        while (told.isEmpty()) {
            told = next(millis);
        }
        return told;
    }

    /** Empty for what was sent again. */
    private String next(int millis) {
        try {
            socket.setSoTimeout(millis);
            DatagramPacket packet = new DatagramPacket(new byte[1 << 16], 1 << 16);
            socket.receive(packet);
            String request = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
            StringBuilder answer = new StringBuilder("SIP/2.0 200 OK\r\n");
            request.lines().forEach(line -> {
                if (line.matches("(?i)(via|v|from|f|call-id|i|cseq|to|t|contact|m|expires):.*")) {
                    String tag = line.matches("(?i)(to|t):.*") ? ";tag=carrier" : "";
                    answer.append(line).append(tag).append("\r\n");
                }
            });
            byte[] bytes = answer.append("Content-Length: 0\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
            socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
            String identity = request.lines()
                    .filter(line -> line.matches("(?i)(via|v|call-id|i|cseq):.*"))
                    .collect(Collectors.joining());
            if (!heard.add(identity)) {
                return "";
            }
            return request.matches("(?s).*\r\n(?i:expires): *0\r\n.*") ? "unregistered" : "registered";
        } catch (SocketTimeoutException e) {
            return "nothing";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
