package io.sipwright.realtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A carrier on this machine that accepts every REGISTER, and tells which came. */
final class OpenRegistrar implements AutoCloseable {

    /** Longer than Asterisk waits where {@code max_random_initial_delay} is 0, which is a second. */
    static final int SOON = 2500;

    static final int LATEST = 20_000;

    private final DatagramSocket socket;

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

    /** The next REGISTER, or that which came before: "registered", "unregistered", or "nothing" within a time. */
    String hears(int millis) {
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
