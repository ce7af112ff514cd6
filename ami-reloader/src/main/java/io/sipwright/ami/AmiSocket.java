package io.sipwright.ami;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/** The connection beneath asterisk-java: events are taken out, and what Asterisk may send at once is limited. */
final class AmiSocket implements SocketConnectionFacade {
    private static final String BANNER = "Asterisk Call Manager/";
    private static final String EVENT = "Event:";
    private static final int MAX_HEADERS = 10_000;
    private static final int READER_MILLIS = 1_500;
    private static final int HAND_OVER_TRIES = 200;

    private final Socket socket;
    private final OutputStream out;
    private final LineReader lines;
    private final EventTap tap;
    private boolean greeted;
    private int headers;
    private volatile @Nullable Thread reader;
    private volatile @Nullable String end;

    /** Takes a socket that is connected, and in TLS has shaken hands. */
    AmiSocket(Socket socket, EventTap tap) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.lines = new LineReader(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        this.tap = tap;
    }

    /** Why nothing more can come; null as long as something can. */
    @Nullable
    String end() {
        return end;
    }

    @Override
    public @Nullable String readLine() throws IOException {
        reader = Thread.currentThread();
        try {
            String line = nextOfAnswer();
            if (line == null) {
                ended("it ended the connection");
            }
            return line;
        } catch (IOException e) {
            ended("the connection broke: " + AmiText.shown(String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private @Nullable String nextOfAnswer() throws IOException {
        while (true) {
            String line = lines.next();
            if (line == null) {
                return null;
            }
            if (!greeted) {
                greeted = true;
                if (!line.startsWith(BANNER)) {
                    throw new IOException("what answers is no manager interface of Asterisk");
                }
                return line;
            }
            if (headers == 0 && line.regionMatches(true, 0, EVENT, 0, EVENT.length())) {
                tap.event(event(line));
                continue;
            }
            if (headers > 0 && tap.takesLine(line)) {
                continue;
            }
            headers = line.isEmpty() ? 0 : headers + 1;
            limit(headers);
            return line;
        }
    }

    private EventMessage event(String first) throws IOException {
        List<String> all = new ArrayList<>();
        String line = first;
        while (line != null && !line.isEmpty()) {
            all.add(line);
            limit(all.size());
            line = lines.next();
        }
        return new EventMessage(all);
    }

    private static void limit(int count) throws IOException {
        if (count > MAX_HEADERS) {
            throw new IOException("a message has more than " + MAX_HEADERS + " lines");
        }
    }

    private void ended(String reason) {
        if (end == null) {
            end = reason;
        }
        tap.end();
    }

    /** Never waits long: what is sent before an answer is read fits into the buffers between. */
    @Override
    public void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** Ends the reading as well. */
    @Override
    public void close() throws IOException {
        ended("it was closed here");
        socket.close();
    }

    /** Waits for the thread that reads, for a while. */
    void awaitReader() throws InterruptedException {
        Thread thread = reader;
        if (thread != null && thread != Thread.currentThread()) {
            thread.join(READER_MILLIS);
        }
    }

    /**
     * Called on the thread that hands out answers, with the last of them. asterisk-java tells that thread to end first and
     * then marks it as ended; if it is quick, it misses the mark and stays for a minute. So it is kept from being quick,
     * until the reading thread waits for it.
     */
    void letReaderEnd() {
        Thread thread = reader;
        for (int i = 0; i < HAND_OVER_TRIES && thread != null && isBusy(thread.getState()); i++) {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean isBusy(Thread.State state) {
        return state != Thread.State.TIMED_WAITING && state != Thread.State.TERMINATED;
    }

    @Override
    public boolean isConnected() {
        return !socket.isClosed();
    }

    @Override
    public InetAddress getLocalAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return socket.getLocalPort();
    }

    @Override
    public InetAddress getRemoteAddress() {
        return ((InetSocketAddress) socket.getRemoteSocketAddress()).getAddress();
    }

    @Override
    public int getRemotePort() {
        return socket.getPort();
    }
}
