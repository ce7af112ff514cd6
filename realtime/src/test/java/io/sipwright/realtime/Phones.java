package io.sipwright.realtime;

import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.SipPhone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What phones and carriers on this machine are answered. */
final class Phones {

    private Phones() {}

    /** The status of a REGISTER, with the password where one is asked for. */
    static int register(AsteriskServer asterisk, String user, String password) {
        try (SipPhone phone = SipPhone.builder()
                .server(asterisk.host(), asterisk.sipPort())
                .user(user)
                .password(password)
                .build()) {
            return phone.register().status();
        }
    }

    /** The status of an OPTIONS that comes from an address of this machine. */
    static int options(AsteriskServer asterisk, String from) {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName(from))) {
            socket.setSoTimeout(10_000);
            String here = from + ":" + socket.getLocalPort();
            String request = "OPTIONS sip:100@" + asterisk.host() + ":" + asterisk.sipPort() + " SIP/2.0\r\n"
                    + "Via: SIP/2.0/UDP " + here + ";rport;branch=z9hG4bK" + UUID.randomUUID() + "\r\n"
                    + "Max-Forwards: 70\r\nFrom: <sip:x@" + here + ">;tag=1\r\nTo: <sip:100@" + here + ">\r\n"
                    + "Call-ID: " + UUID.randomUUID() + "\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n";
            byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
            socket.send(new DatagramPacket(
                    bytes, bytes.length, InetAddress.getByName(asterisk.host()), asterisk.sipPort()));
            DatagramPacket answer = new DatagramPacket(new byte[1 << 16], 1 << 16);
            socket.receive(answer);
            String text = new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8);
            return Integer.parseInt(text.split(" ", 3)[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
