package io.sipwright.integration.overlap;

import java.io.IOException;
import java.util.List;

/**
 * An INVITE, as SIPp sends it from an address of this machine.
 *
 * @param target Request-URI; a number alone is completed with the address of Asterisk
 * @param called number in To
 * @param caller user in From
 * @param mark value of X-Trunk
 */
record Invite(String target, String called, String caller, String mark) {

    private static final String NUMBER = "15551230009";

    /** To a number. */
    static Invite to(String number) {
        return new Invite(number, number, "15550001111", "none");
    }

    /** To a registered contact, with a number in To. */
    static Invite toContact(String contact) {
        return new Invite(contact, NUMBER, "15550001111", "none");
    }

    /** To some number. */
    static Invite any() {
        return to(NUMBER);
    }

    Invite marked(String value) {
        return new Invite(target, called, caller, value);
    }

    Invite by(String user) {
        return new Invite(target, called, user, mark);
    }

    /** Sends it from an address, and tells where it came to. */
    Reached from(String address, Switchboard switchboard) throws IOException, InterruptedException {
        return from(address, SippScenario.freePort(address), switchboard);
    }

    Reached from(String address, int port, Switchboard switchboard) throws IOException, InterruptedException {
        String server = switchboard.server();
        List<String> arguments = List.of(
                server,
                "-m",
                "1",
                "-timeout",
                "10s",
                "-timeout_error",
                "-key",
                "target",
                target.startsWith("sip:") ? target : "sip:" + target + "@" + server,
                "-key",
                "called",
                called,
                "-key",
                "caller",
                caller,
                "-key",
                "mark",
                mark);
        try (SippScenario sipp = SippScenario.start("invite", address, port, arguments)) {
            return Reached.of(Integer.parseInt(sipp.end().get(0)));
        }
    }
}
