package io.sipwright.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Sends a request over UDP, again and again, until its final response is there (RFC 3261, 17.1.2). */
final class SipTransaction {
    private static final Duration FIRST_INTERVAL = Duration.ofMillis(500);
    private static final Duration LAST_INTERVAL = Duration.ofSeconds(4);

    private SipTransaction() {}

    /**
     * The final response.
     *
     * @param patient whether to go on while the port is closed
     * @throws UncheckedIOException if none comes in time, or the port is closed
     */
    static SipResponse run(
            DatagramSocket socket,
            InetSocketAddress server,
            String branch,
            String request,
            Duration limit,
            boolean patient) {
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        Deadline deadline = Deadline.in(limit);
        Duration interval = FIRST_INTERVAL;
        try {
            while (!deadline.isOver()) {
                Duration wait = interval.compareTo(deadline.left()) < 0 ? interval : deadline.left();
                DatagramPacket packet = new DatagramPacket(bytes, bytes.length, server);
                Optional<SipResponse> response = attempt(socket, packet, branch, Deadline.in(wait), patient);
                if (response.isPresent()) {
                    return response.get();
                }
                Duration twice = interval.multipliedBy(2);
                interval = twice.compareTo(LAST_INTERVAL) < 0 ? twice : LAST_INTERVAL;
            }
            throw new SocketTimeoutException("No answer within " + limit.toMillis() + " ms");
        } catch (PortUnreachableException e) {
            throw new UncheckedIOException("Nobody listens at " + server, e);
        } catch (IOException e) {
            throw new UncheckedIOException("No SIP answer from " + server, e);
        }
    }

    private static Optional<SipResponse> attempt(
            DatagramSocket socket, DatagramPacket packet, String branch, Deadline deadline, boolean patient)
            throws IOException {
        boolean sent = false;
        while (true) {
            try {
                if (!sent) {
                    socket.send(packet);
                    sent = true;
                }
                return receive(socket, branch, deadline);
            } catch (PortUnreachableException e) {
                if (!patient) {
                    throw e; // otherwise it tells of what was sent before, and the next one may well arrive
                }
            }
        }
    }

    private static Optional<SipResponse> receive(DatagramSocket socket, String branch, Deadline deadline)
            throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65536], 65536);
        while (!deadline.isOver()) {
            socket.setSoTimeout(deadline.leftMillis());
            packet.setLength(65536);
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException e) {
                return Optional.empty();
            }
            String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
            Optional<SipResponse> response = SipResponse.parse(text);
            if (response.filter(it -> it.status() >= 200 && it.answers(branch)).isPresent()) {
                return response;
            }
        }
        return Optional.empty();
    }
}
