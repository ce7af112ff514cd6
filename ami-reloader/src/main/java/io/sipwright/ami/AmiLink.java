package io.sipwright.ami;

import java.io.IOException;
import org.asteriskjava.AsteriskVersion;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.action.LogoffAction;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;
import org.asteriskjava.manager.internal.ManagerWriter;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** asterisk-java's connection over our own socket. It connects once; asterisk-java would connect again for ever. */
final class AmiLink extends ManagerConnectionImpl {
    private static final Logger LOG = LoggerFactory.getLogger(AmiLink.class);

    private static final int PUMP_MILLIS = 500;

    private final AmiSettings settings;
    private final EventTap tap;
    private volatile @Nullable AmiSocket socket;
    private volatile @Nullable Thread pump;

    AmiLink(AmiSettings settings, EventTap tap) {
        this.settings = settings;
        this.tap = tap;
        setHostname(settings.host());
        setPort(settings.port());
        setUsername(settings.user());
        setPassword(settings.secret().reveal());
        setDefaultResponseTimeout(settings.responseTimeout().toMillis());
        setKeepAliveAfterAuthenticationFailure(false);
    }

    @Override
    protected SocketConnectionFacade createSocket() throws IOException {
        if (socket != null) {
            state = ManagerConnectionState.DISCONNECTED;
            throw new IOException("This connection was used");
        }
        AmiSocket made = new AmiSocket(Dialing.dial(settings), tap);
        socket = made;
        return made;
    }

    @Override
    protected ManagerWriter createWriter() {
        return new ActionWriter(super.createWriter());
    }

    /** Saves an action that needs a right of its own, and up to two seconds without it. Nothing here depends on it. */
    @Override
    protected AsteriskVersion determineVersion() {
        return AsteriskVersion.DEFAULT_VERSION;
    }

    /** To asterisk-java the end of a connection that is logged in is what makes it connect again. */
    @Override
    public void dispatchEvent(ManagerEvent event, Integer requiredHandlingTime) {
        pump = Thread.currentThread();
        boolean over = event instanceof DisconnectEvent;
        if (over && state == ManagerConnectionState.CONNECTED) {
            state = ManagerConnectionState.DISCONNECTED;
        }
        super.dispatchEvent(event, requiredHandlingTime);
        AmiSocket made = socket;
        if (over && made != null) {
            made.letReaderEnd();
        }
    }

    /** Why the connection is over; null as long as it is not, or was never made. */
    @Nullable
    String end() {
        AmiSocket made = socket;
        return made == null ? null : made.end();
    }

    boolean isConnected() {
        return socket != null;
    }

    /** Says good-bye without waiting for an answer, and closes. A second call does nothing. */
    void end(boolean politely) {
        AmiSocket made = socket;
        if (made == null) {
            return;
        }
        try {
            if (politely && made.end() == null) {
                sendAction(new LogoffAction(), null);
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("No good-bye to {}", settings.place());
        }
        try {
            state = ManagerConnectionState.DISCONNECTED;
            made.close();
            made.awaitReader();
            Thread thread = pump;
            if (thread != null && thread != Thread.currentThread()) {
                thread.join(PUMP_MILLIS);
            }
        } catch (IOException e) {
            LOG.debug("The connection to {} cannot be closed", settings.place(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
