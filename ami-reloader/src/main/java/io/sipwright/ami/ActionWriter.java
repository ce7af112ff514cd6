package io.sipwright.ami;

import java.io.IOException;
import org.asteriskjava.AsteriskVersion;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.internal.ManagerUtil;
import org.asteriskjava.manager.internal.ManagerWriter;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/** Writes our actions itself, and has asterisk-java write its own, which are those of the login. */
final class ActionWriter implements ManagerWriter {
    private static final String END = "\r\n";

    private final ManagerWriter own;
    private volatile @Nullable SocketConnectionFacade socket;

    ActionWriter(ManagerWriter own) {
        this.own = own;
    }

    @Override
    public void setTargetVersion(AsteriskVersion version) {
        own.setTargetVersion(version);
    }

    @Override
    public void setSocket(SocketConnectionFacade socket) {
        this.socket = socket;
        own.setSocket(socket);
    }

    @Override
    public void sendAction(ManagerAction action, String internalActionId) throws IOException {
        SocketConnectionFacade out = socket;
        if (!(action instanceof AmiAction ours)) {
            own.sendAction(action, internalActionId);
        } else if (out == null) {
            throw new IOException("Not connected");
        } else {
            out.write(text(ours, internalActionId));
            out.flush();
        }
    }

    private static String text(AmiAction action, String internalActionId) {
        StringBuilder text = new StringBuilder("Action: ").append(action.getAction());
        String id = ManagerUtil.addInternalActionId(action.getActionId(), internalActionId);
        text.append(END).append("ActionID: ").append(id).append(END);
        action.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append(END));
        return text.append(END).toString();
    }
}
