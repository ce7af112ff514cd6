package io.sipwright.realtime;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** One connection of a node: requests that arrive together, and answers that take their time. Not thread-safe. */
final class AmiPeer implements AutoCloseable {

    /** Shorter times are waited for together; a thread does not wake up sooner. */
    private static final long LEAST_PAUSE_NANOS = 500_000;

    private final BufferedReader in;
    private final OutputStream out;
    private final StringBuilder answers = new StringBuilder();
    private long owed;

    AmiPeer(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = socket.getOutputStream();
    }

    void greet() throws IOException {
        answers.append("Asterisk Call Manager/11.0.0\r\n");
        flush();
    }

    /** Waits for a request; takes with it all that are sent while it is on its way. */
    List<AmiRequest> receive(long wayNanos) throws IOException {
        List<AmiRequest> requests = new ArrayList<>();
        requests.add(read());
        LockSupport.parkNanos(wayNanos);
        while (in.ready()) {
            requests.add(read());
        }
        return requests;
    }

    private AmiRequest read() throws IOException {
        List<String> lines = new ArrayList<>();
        while (true) {
            String line = in.readLine();
            if (line == null) {
                throw new EOFException();
            }
            if (line.isEmpty() && !lines.isEmpty()) {
                return new AmiRequest(lines);
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
    }

    /** Time that passes before the next answer. */
    void delay(long nanos) {
        owed += nanos;
    }

    /** Sends an answer after a time. */
    void send(String answer, long afterNanos) throws IOException {
        delay(afterNanos);
        answers.append(answer);
        if (owed >= LEAST_PAUSE_NANOS) {
            flush();
        }
    }

    void flush() throws IOException {
        if (owed > 0) {
            long until = System.nanoTime() + owed;
            owed = 0;
            for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
        out.write(answers.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        answers.setLength(0);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
