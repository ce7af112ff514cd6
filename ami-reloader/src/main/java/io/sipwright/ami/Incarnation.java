package io.sipwright.ami;

import java.time.Duration;

/** When Asterisk was started, and when it last reloaded. */
final class Incarnation {

    private Incarnation() {}

    /** Empty if the account may not ask. */
    static String ask(AmiSession session, Duration limit) throws AmiException {
        AmiReply status = session.send(Actions.coreStatus(), limit);
        if (!status.success()) {
            return "";
        }
        String start = status.get("CoreStartupDate") + " " + status.get("CoreStartupTime");
        String reload = status.get("CoreReloadDate") + " " + status.get("CoreReloadTime");
        return start + " / " + reload;
    }
}
