package io.sipwright.integration;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A phone that registers once, and tells whether it rings; it never answers. */
final class RingingPhone implements AutoCloseable {

    private static final int LIMIT_MILLIS = 5000;
    private static final Pattern CALL_ID = Pattern.compile("(?im)^Call-ID: *(\\S+)");

    private final DatagramSocket socket;
    private final InetSocketAddress server;
    private final String user;
    private final String password;
    private final Set<String> calls = new HashSet<>();
    private final String callId = UUID.randomUUID().toString();

    RingingPhone(String host, int port, String user, String password) throws IOException {
        this.server = new InetSocketAddress(host, port);
        this.user = user;
        this.password = password;
        this.socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
    }

    /** The status that the server answers with. */
    int register() throws IOException {
        String challenge = exchange(1, "");
        String realm = quoted("realm", challenge);
        String nonce = quoted("nonce", challenge);
        String uri = "sip:" + server.getHostString() + ":" + server.getPort();
        String proof = md5(
                md5(user + ":" + realm + ":" + password) + ":" + nonce + ":00000001:c:auth:" + md5("REGISTER:" + uri));
        String answer = exchange(
                2,
                "Authorization: Digest username=\"%s\",realm=\"%s\",nonce=\"%s\",uri=\"%s\",response=\"%s\","
                                .formatted(user, realm, nonce, uri, proof)
                        + "algorithm=MD5,qop=auth,nc=00000001,cnonce=\"c\",opaque=\"%s\"\r\n"
                                .formatted(quoted("opaque", challenge)));
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    private String exchange(int number, String more) throws IOException {
        String self = "127.0.0.1:" + socket.getLocalPort();
        byte[] request = ("REGISTER sip:" + server.getHostString() + ":" + server.getPort() + " SIP/2.0\r\n"
                        + "Via: SIP/2.0/UDP " + self + ";rport;branch=z9hG4bK" + UUID.randomUUID() + "\r\n"
                        + "From: <sip:" + user + "@" + server.getHostString() + ">;tag=" + callId + "\r\n"
                        + "To: <sip:" + user + "@" + server.getHostString() + ">\r\n"
                        + "Call-ID: " + callId + "\r\nCSeq: " + number + " REGISTER\r\n"
                        + "Contact: <sip:" + user + "@" + self + ">;expires=3600\r\n"
                        + "Max-Forwards: 70\r\n" + more + "Content-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(request, request.length, server));
        return receive("SIP/2.0 ", LIMIT_MILLIS);
    }

    /** Whether it is called within a time; a call that is repeated because no one answered is none. */
    boolean rings(Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                long left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
                Matcher id = CALL_ID.matcher(receive("INVITE ", (int) left));
                if (id.find() && calls.add(id.group(1))) {
                    return true;
                }
            }
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private String receive(String begin, int limitMillis) throws IOException {
        socket.setSoTimeout(limitMillis);
        DatagramPacket packet = new DatagramPacket(new byte[1 << 16], 1 << 16);
        String text = "";
        while (!text.startsWith(begin)) {
            packet.setLength(1 << 16);
            socket.receive(packet);
            text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
        }
        return text;
    }

    private static String quoted(String name, String text) {
        Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String md5(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
