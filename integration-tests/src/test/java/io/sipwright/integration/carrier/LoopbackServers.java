package io.sipwright.integration.carrier;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Addresses of this machine at which the usual ports of SIP are free. Ports stay the usual ones: a carrier's URI names none,
 * and that is how it is tried.
 */
final class LoopbackServers {

    private static final int ATTEMPTS = 20;

    private final String block;
    private int last;

    private LoopbackServers(String block) {
        this.block = block;
    }

    /** A block by chance, so that tests at the same time do not meet. */
    static LoopbackServers any() {
        for (int i = 0; i < ATTEMPTS; i++) {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            LoopbackServers servers =
                    new LoopbackServers("127." + random.nextInt(201, 255) + "." + random.nextInt(256) + ".");
            if (isFree(servers.block + "1")) {
                return servers;
            }
        }
        throw new IllegalStateException("Ports 5060 and 5061 are taken on all loopback addresses; does something listen"
                + " on 0.0.0.0 there?");
    }

    String next() {
        return block + ++last;
    }

    private static boolean isFree(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            try (DatagramSocket udp = new DatagramSocket(new InetSocketAddress(address, 5060));
                    ServerSocket tcp = new ServerSocket(5060, 1, address);
                    ServerSocket tls = new ServerSocket(5061, 1, address)) {
                return udp.isBound() && tcp.isBound() && tls.isBound();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
