package io.sipwright.testkit.ami;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Accepts connections, and starts a thread for each. Thread-safe. */
final class Listener {
    static final String HOST = "127.0.0.1";

    private final FakeAmiServer.Shared shared;
    private final RuleQueue<ConnectionRule> rules = new RuleQueue<>(ConnectionRule::uses);
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private @Nullable ServerSocket socket;
    /** Keeps the port while connections are refused: a second socket that is bound to it, and never listens. */
    private @Nullable Socket placeholder;

    private @Nullable Thread acceptor;
    private volatile int port;

    Listener(FakeAmiServer.Shared shared) {
        this.shared = shared;
    }

    int port() {
        return port;
    }

    int accepted() {
        return accepted.get();
    }

    RuleQueue<ConnectionRule> rules() {
        return rules;
    }

    synchronized void open() {
        if (socket != null || shared.pauses().isClosed()) {
            return;
        }
        try {
            ServerSocket newSocket = new ServerSocket();
            newSocket.setReuseAddress(true);
            newSocket.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            newSocket.bind(new InetSocketAddress(HOST, port));
            socket = newSocket;
            port = newSocket.getLocalPort();
            if (placeholder == null) {
                placeholder = bound();
            }
            acceptor = start(() -> accept(newSocket), "listener");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on " + HOST + ":" + port, e);
        }
    }

    /** When this returns, connections are refused: the system listens for as long as a thread still accepts. */
    synchronized void close(Duration limit) {
        ServerSocket oldSocket = socket;
        Thread oldAcceptor = acceptor;
        socket = null;
        acceptor = null;
        try {
            if (oldSocket != null) {
                oldSocket.close();
            }
            if (oldAcceptor != null) {
                oldAcceptor.join(limit.toMillis());
            }
            if (placeholder != null && shared.pauses().isClosed()) {
                placeholder.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stop listening on " + HOST + ":" + port, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket bound() throws IOException {
        Socket bound = new Socket();
        bound.setReuseAddress(true);
        bound.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        bound.bind(new InetSocketAddress(HOST, port));
        return bound;
    }

    private void accept(ServerSocket from) {
        try (from) {
            while (true) {
                Socket client = from.accept();
                ConnectionRule rule = rules.next().orElseGet(ConnectionRule::new);
                Session session = new Session(accepted.incrementAndGet(), client, rule, shared);
                shared.sessions().add(session);
                start(session, "connection");
                if (shared.pauses().isClosed()) {
                    session.end(false);
                }
            }
        } catch (IOException e) {
            // Closed, or no more files can be opened: either way there is nothing left to accept.
        }
    }

    private Thread start(Runnable work, String name) {
        threads.removeIf(thread -> !thread.isAlive());
        Thread thread = new Thread(work, "fake-ami-" + port + "-" + name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
        return thread;
    }

    /** Waits for all threads, also for those that the last of them has started. */
    void join(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        threads.forEach(Thread::interrupt);
        for (Thread next = anyAlive(); next != null; next = anyAlive()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0 || Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException(next.getName() + " does not end");
            }
            try {
                next.join(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private @Nullable Thread anyAlive() {
        return threads.stream().filter(Thread::isAlive).findFirst().orElse(null);
    }
}
