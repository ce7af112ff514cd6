package io.sipwright.testkit.ami;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of a client, on a thread of its own. */
final class Session implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Session.class);

    private final int number;
    private final Socket plain;
    private final ConnectionRule rule;
    private final FakeAmiServer.Shared shared;
    private final Login login = new Login();
    private volatile @Nullable AmiOutput output;

    Session(int number, Socket plain, ConnectionRule rule, FakeAmiServer.Shared shared) {
        this.number = number;
        this.plain = plain;
        this.rule = rule;
        this.shared = shared;
    }

    @Override
    public void run() {
        try (plain) {
            plain.setTcpNoDelay(true);
            shared.pauses().pause(rule.delay);
            if (rule.endsAtOnce()) {
                end(rule.reset);
            } else if (rule.silent) {
                plain.getInputStream().transferTo(OutputStream.nullOutputStream());
            } else {
                serve(socket());
            }
        } catch (IOException e) {
            log.debug("Connection {} ended: {}", number, e.getMessage());
        } finally {
            shared.sessions().remove(this);
        }
    }

    private Socket socket() throws IOException {
        SSLContext tls = shared.tls();
        if (tls == null) {
            return plain;
        }
        // Over the plain socket, which can be reset, and closed while the handshake hangs.
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        socket.setUseClientMode(false);
        return socket;
    }

    private void serve(Socket socket) throws IOException {
        AmiInput in = new AmiInput(socket.getInputStream(), rule);
        AmiOutput out = new AmiOutput(socket.getOutputStream(), rule, shared.pauses());
        output = out;
        try {
            out.write(AmiText.bytes(rule.banner + Reply.END));
            converse(in, out);
        } catch (HangUp e) {
            if (!e.isReset()) {
                socket.shutdownOutput();
                in.discard();
                socket.close();
            }
            end(e.isReset());
        } catch (EOFException e) {
            socket.close();
        }
    }

    private void converse(AmiInput in, AmiOutput out) throws IOException {
        WellBehaved wellBehaved = new WellBehaved(shared.state(), login);
        Answering answering = new Answering(wellBehaved, shared.rules(), out, shared.pauses());
        boolean isFlooded = rule.flood == 0;
        while (true) {
            List<String> lines = in.read();
            RecordedAction action = new RecordedAction(number, lines);
            shared.log().add(action);
            answering.answer(action, in.problem(lines));
            if (!isFlooded && login.isAccepted()) {
                isFlooded = true;
                for (long i = 0; i < rule.flood; i++) {
                    out.write(AmiText.event(i));
                }
            }
        }
    }

    /** Sends an event, if the client is logged in and wants events. */
    void event(byte[] text) {
        AmiOutput out = output;
        if (out == null || !login.wantsEvents()) {
            return;
        }
        try {
            out.write(text);
        } catch (IOException e) {
            end(e instanceof HangUp hangUp && hangUp.isReset());
        }
    }

    /** Ends the connection from any thread. */
    void end(boolean isReset) {
        try {
            if (isReset) {
                plain.setSoLinger(true, 0);
            }
            plain.close();
        } catch (IOException e) {
            log.debug("Connection {} cannot be closed", number, e);
        }
    }
}
