package io.sipwright.ami;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An address that leads to one port and then to another, as that of an Asterisk that is started anew. */
final class Relay implements AutoCloseable {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    volatile int target;
    private final ServerSocket door;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    Relay(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, HERE);
        start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            open.add(client);
            try {
                Socket server = new Socket(HERE, target);
                open.add(server);
                start(() -> copy(client, server));
                start(() -> copy(server, client));
            } catch (IOException e) {
                client.close(); // nobody is there
            }
        }
    }

    private static void copy(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        }
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // closed
                    }
                },
                "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
