package io.sipwright.testkit;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The ports one server listens on, all on the loopback address.
 *
 * @param udp SIP over UDP
 * @param tcp SIP over TCP
 * @param tls SIP over TLS
 * @param http SIP over WebSocket
 * @param https SIP over secure WebSocket
 * @param ami the manager interface
 */
record ServerPorts(int udp, int tcp, int tls, int http, int https, int ami) {
    static final String HOST = "127.0.0.1";

    /**
     * Ports that are free now. Another program may still take one before the server does: then its start is tried
     * again with others.
     */
    static ServerPorts free() {
        // All are held until all are known, so that no two are the same.
        try (DatagramSocket udp = new DatagramSocket(new InetSocketAddress(loopback(), 0));
                ServerSocket tcp = listener();
                ServerSocket tls = listener();
                ServerSocket http = listener();
                ServerSocket https = listener();
                ServerSocket ami = listener()) {
            return new ServerPorts(
                    udp.getLocalPort(),
                    tcp.getLocalPort(),
                    tls.getLocalPort(),
                    http.getLocalPort(),
                    https.getLocalPort(),
                    ami.getLocalPort());
        } catch (IOException e) {
            throw new AsteriskException("No free port on " + HOST, e);
        }
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 1, loopback());
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(HOST, new byte[] {127, 0, 0, 1});
    }
}
