package io.sipwright.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A carrier on this machine that accepts every registration, and remembers who asked for one. */
final class OpenCarrier implements AutoCloseable {

    private static final Pattern ACCOUNT = Pattern.compile("(?im)^(?:to|t): *<sip:([^@>]+)@");
    private static final Pattern EXPIRES = Pattern.compile("(?im)^expires: *(\\d+)");

    /** A REGISTER; it ends a registration if it is to last for no time. */
    record Request(String account, boolean ends) {}

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final DatagramSocket socket;

    OpenCarrier() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::serve, "carrier");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many requests came until now. */
    int count() {
        return requests.size();
    }

    /** Accounts that asked for anything after the first so many requests. */
    Set<String> accounts(int after) {
        return requests.stream().skip(after).map(Request::account).collect(Collectors.toSet());
    }

    /** Whether an account has registered, or ended that, after the first so many requests. */
    boolean has(int after, String account, boolean ends) {
        return requests.stream().skip(after).anyMatch(new Request(account, ends)::equals);
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
        Matcher account = ACCOUNT.matcher(request);
        Matcher expires = EXPIRES.matcher(request);
        boolean ends = expires.find() && expires.group(1).equals("0");
        requests.add(new Request(account.find() ? account.group(1) : "", ends));
        int seconds = ends ? 0 : 3600;
        StringBuilder answer = new StringBuilder("SIP/2.0 200 OK\r\n");
        for (String line : request.split("\r\n", -1)) {
            boolean to = line.matches("(?i)(to|t):.*");
            boolean contact = !ends && line.matches("(?i)(contact|m):.*");
            if (to || contact || line.matches("(?i)(via|v|from|f|call-id|i|cseq):.*")) {
                answer.append(line)
                        .append(to ? ";tag=carrier" : contact ? ";expires=" + seconds : "")
                        .append("\r\n");
            }
        }
        return answer.append("Expires: ")
                .append(seconds)
                .append("\r\nContent-Length: 0\r\n\r\n")
                .toString();
    }

    @Override
    public void close() {
        socket.close(); // which ends the thread as well
    }
}
