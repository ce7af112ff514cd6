package io.sipwright.integration.carrier;

import io.sipwright.testkit.ThrowawayCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * Takes TLS off what comes in, and hands it on over TCP: SIPp is often built without TLS. Where a certificate of the client
 * is demanded, it must be this one.
 */
final class TlsRelay implements AutoCloseable {

    private static final int BACKLOG = 20;

    private final SSLServerSocket server;
    private final InetSocketAddress next;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger certified = new AtomicInteger();

    TlsRelay(String address, int port, int nextPort, ThrowawayCertificate certificate, boolean clientCertificate) {
        try {
            next = new InetSocketAddress(InetAddress.getByName(address), nextPort);
            server = (SSLServerSocket) certificate
                    .sslContext()
                    .getServerSocketFactory()
                    .createServerSocket(port, BACKLOG, next.getAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen at " + address + ":" + port, e);
        }
        server.setNeedClientAuth(clientCertificate);
        daemon(this::accept);
    }

    /** Connections for which the client had the certificate. */
    int certified() {
        return certified.get();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                SSLSocket socket = (SSLSocket) server.accept();
                open.add(socket);
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(SSLSocket socket) {
        try {
            socket.startHandshake();
            if (server.getNeedClientAuth() && socket.getSession().getPeerCertificates().length > 0) {
                certified.incrementAndGet();
            }
        } catch (IOException e) {
            close(socket); // without the certificate, or without trust in ours
            return;
        }
        try {
            Socket plain = new Socket(next.getAddress(), next.getPort());
            open.add(plain);
            daemon(() -> copy(plain, socket));
            copy(socket, plain);
        } catch (IOException e) {
            close(socket);
        }
    }

    /** Until either end closes, which closes the other one. */
    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 14];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                out.write(buffer, 0, length);
                out.flush();
            }
        } catch (IOException e) {
            // closed
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "tls-relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            // nothing is left to be done
        }
    }

    @Override
    public void close() {
        close(server);
        new ArrayList<>(open).forEach(TlsRelay::close);
    }
}
