package io.sipwright.testkit.ami;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Who is at the other end of a connection. */
final class Login {
    private final String challenge =
            Integer.toString(ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000));
    private volatile boolean accepted;
    private volatile boolean events;

    boolean isAccepted() {
        return accepted;
    }

    boolean wantsEvents() {
        return accepted && events;
    }

    void challenge(RecordedAction action, Reply reply) {
        if (action.header("AuthType").equalsIgnoreCase("MD5")) {
            reply.message("Response: Success", "Challenge: " + challenge);
        } else {
            reply.error("Must specify AuthType");
        }
    }

    void login(RecordedAction action, Reply reply, ServerState server) {
        if (accepted) {
            reply.success("Already authenticated");
        } else if (knows(action, server)) {
            accepted = true;
            events = !isOff(action.header("Events"));
            reply.success("Authentication accepted");
            if (events && server.isBooted()) {
                reply.event(
                        "FullyBooted", "Privilege: system,all", "Uptime: 1", "LastReload: 1", "Status: Fully Booted");
            }
        } else {
            reply.error("Authentication failed").last();
        }
    }

    void events(RecordedAction action, Reply reply) {
        String mask = action.header("EventMask");
        if (mask.isEmpty()) {
            reply.error("Invalid event mask");
            return;
        }
        events = !isOff(mask);
        reply.message("Response: Success", "Events: " + (events ? "On" : "Off"));
    }

    private boolean knows(RecordedAction action, ServerState server) {
        if (!action.header("Username").equals(server.user())) {
            return false;
        }
        if (action.header("AuthType").equalsIgnoreCase("MD5")) {
            byte[] text = (challenge + server.secret()).getBytes(StandardCharsets.UTF_8);
            return action.header("Key").equals(Md5.hex(text));
        }
        return action.header("Secret").equals(server.secret());
    }

    private static boolean isOff(String mask) {
        return mask.toLowerCase(Locale.ROOT).matches("off|0|no|false");
    }
}
