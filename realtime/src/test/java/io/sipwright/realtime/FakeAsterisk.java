package io.sipwright.realtime;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * A manager interface on 127.0.0.1 that tells of rows what a real Asterisk would, as late as one would. One thread for each
 * connection. Knows users, and no trunks.
 */
final class FakeAsterisk implements AutoCloseable {

    /** Keeps the port while no one listens there. */
    private final Socket port = new Socket();

    private volatile ServerSocket listening;
    private final ServedRows rows;
    private final Consumer<AmiRequest> witness;
    private final Map<String, LongAdder> answered = new ConcurrentSkipListMap<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile Latency latency;
    private volatile int starts;

    /**
     * Starts it.
     *
     * @param witness is shown each action
     */
    FakeAsterisk(ServedRows rows, Latency latency, Consumer<AmiRequest> witness) {
        this.rows = rows;
        this.latency = latency;
        this.witness = witness;
        try {
            port.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            port.bind(new InetSocketAddress("127.0.0.1", 0));
            this.listening = listen();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerSocket listen() throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        socket.bind(port.getLocalSocketAddress());
        start("listens", () -> accept(socket));
        return socket;
    }

    int port() {
        return port.getLocalPort();
    }

    /** How many actions of each name it has answered. */
    Map<String, Long> answered() {
        Map<String, Long> counts = new ConcurrentSkipListMap<>();
        answered.forEach((name, count) -> counts.put(name, count.sum()));
        return counts;
    }

    void answersIn(Latency value) {
        latency = value;
    }

    /** Ends all connections, and refuses new ones. */
    void goAway() {
        close(listening);
        connections.forEach(FakeAsterisk::close);
    }

    /** Is there again, as after a start. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread calls
    void comeBack() {
        starts++;
        try {
            listening = listen();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(String what, Runnable work) {
        Thread thread = new Thread(work, "fake-" + port() + "-" + what);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(ServerSocket from) {
        try {
            while (true) {
                Socket socket = from.accept();
                connections.add(socket);
                start("answers", () -> answer(socket));
                if (from.isClosed()) {
                    close(socket);
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void answer(Socket socket) {
        try (socket;
                AmiPeer peer = new AmiPeer(socket)) {
            converse(peer);
        } catch (IOException e) {
            // the other side has ended it, or goAway()
        } finally {
            connections.remove(socket);
        }
    }

    private void converse(AmiPeer peer) throws IOException {
        peer.greet();
        while (true) {
            Latency now = latency;
            var requests = peer.receive(now.roundTrip().toNanos() / 2);
            AmiAnswers answers = new AmiAnswers(rows, Integer.toString(starts), requests);
            peer.delay(now.roundTrip().toNanos() / 2);
            for (AmiRequest request : requests) {
                witness.accept(request);
                answered.computeIfAbsent(request.action(), name -> new LongAdder())
                        .increment();
                peer.send(answers.to(request), now.nanos(request));
            }
            peer.flush();
            if (requests.stream().anyMatch(request -> request.action().equals("Logoff"))) {
                return;
            }
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        goAway();
        close(port);
    }
}
