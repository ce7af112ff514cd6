package io.sipwright.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Passes TCP connections on, on loopback, until it sees a word go to the server; then the server still gets it, or not,
 * and in either case the client never sees an answer.
 */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final int target;
    private volatile String word = "";
    private volatile boolean delivering;

    CuttingProxy(int target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Cuts at the next packet that contains a word. */
    void cutAt(String newWord, boolean delivered) {
        delivering = delivered;
        word = newWord;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // a socket was closed: that is how these threads end
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.addAll(List.of(client, server));
            start(() -> toServer(client, server));
            start(() -> toClient(client, server));
        }
    }

    private void toServer(Socket client, Socket server) throws IOException {
        byte[] buffer = new byte[65536];
        InputStream in = client.getInputStream();
        OutputStream out = server.getOutputStream();
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            String cutting = word;
            if (!cutting.isEmpty() && new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains(cutting)) {
                word = "";
                client.close();
                if (!delivering) {
                    server.close();
                }
            }
            out.write(buffer, 0, length);
        }
    }

    private static void toClient(Socket client, Socket server) throws IOException {
        server.getInputStream().transferTo(client.getOutputStream());
        client.close();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
