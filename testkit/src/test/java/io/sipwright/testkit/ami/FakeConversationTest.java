package io.sipwright.testkit.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything but the objects: how it begins, how it ends, and the form of messages. */
class FakeConversationTest extends BesideAsterisk {

    @Test
    void reloading() throws IOException {
        for (String module : List.of("res_pjsip", "chan_pjsip.so", "nope", "res_pjsip_outbound_registration.so")) {
            assertSame("Action: Reload", "ActionID: 1", "Module: " + module);
            assertSame("Action: ModuleLoad", "ActionID: 1", "LoadType: reload", "Module: " + module);
        }
        assertSame("Action: ModuleLoad", "LoadType: reload", "Module: res_pjsip.so");
        assertSame("Action: ModuleLoad", "LoadType: load", "Module: res_pjsip.so");
        assertSame("Action: ModuleLoad", "LoadType: bogus", "Module: res_pjsip.so");
        assertSame("Action: ModuleLoad", "Module: res_pjsip.so");
        assertSame("Action: ModuleLoad", "Module: res_pjsip.so", "ActionID: 1", "LoadType: RELOAD");
        assertSame("Action: Reload");
        assertSame("Action: ModuleLoad", "LoadType: reload");
    }

    @Test
    void reloadEvents() throws IOException {
        try (RawAmi realEvents = RawAmi.login(
                        asterisk().amiPort(), asterisk().amiUser(), asterisk().amiSecret());
                RawAmi ourEvents = RawAmi.login(
                        fake().port(), asterisk().amiUser(), asterisk().amiSecret())) {
            for (RawAmi client : List.of(realEvents, ourEvents)) {
                client.send("Action: Events", "EventMask: system");
                client.send("Action: Reload", "ActionID: 1", "Module: res_pjsip.so");
            }
            List<String> event = List.of("Event: Reload", "Privilege: system,all", "Module: res_pjsip.so", "Status: 0");
            assertThat(until(realEvents, "Event: Reload")).isEqualTo(event);
            assertThat(until(ourEvents, "Event: Reload")).isEqualTo(event);
        }
    }

    private static List<String> until(RawAmi client, String line) throws IOException {
        List<String> message = client.readMessage();
        while (!message.contains(line)) {
            message = client.readMessage();
        }
        return message;
    }

    @Test
    void files() throws IOException {
        load("[alice]\ntype=endpoint\n@rev=7\n[alice]\ntype=auth\npassword=a;b\n[bob]\ntype=aor\n");
        asterisk().write("broken.conf", "[broken\na=b\n");
        assertSame("Action: GetConfig", "ActionID: 1", "Filename: " + FILE);
        assertSame("Action: GetConfig", "ActionID: 1", "Filename: " + FILE, "Category: alice");
        assertSame("Action: GetConfig", "ActionID: 1", "Filename: " + FILE, "Category: nope");
        assertSame("Action: GetConfig", "ActionID: 1", "Filename: nope.conf");
        assertSame("Action: GetConfig", "ActionID: 1", "Filename: broken.conf");
        assertSame("Action: GetConfig", "ActionID: 1", "Filename: pjsip_trunks.conf");
        assertSame("Action: GetConfig", "ActionID: 1", "Filename: " + Path.of("/etc/passwd"));
        assertSame("Action: GetConfig", "ActionID: 1");
    }

    @Test
    void formOfMessages() throws IOException {
        assertSame("Action: Ping", "ActionID: a", "ActionID: b");
        assertSame("action:Ping", "actionid:   8");
        assertSame("Action: Bogus", "ActionID: 1");
        assertSame("Action: ", "ActionID: 1");
        assertSame("Nonsense");
        assertSame("Action: CoreSettings", "ActionID: 1");
        assertSame("Action: Challenge", "ActionID: 1", "AuthType: MD5");
        assertSame("Action: Challenge", "AuthType: SHA");
        assertSame("Action: Login", "ActionID: 1", "Username: x", "Secret: y");
        assertSame("Action: Events", "EventMask: off");
        assertSame("Action: Events");
        for (int bytes : new int[] {1021, 1022, 1023, 1024, 3000}) {
            assertSame("Action: Ping", "ActionID: 1", "X: " + "y".repeat(bytes - 3));
        }
        for (int lines : new int[] {127, 128, 129}) {
            assertSame(("Action: Ping" + "\nX: 1".repeat(lines - 1)).split("\n", -1));
        }
        assertSame("Action: Ping\nActionID: 1\n\nAction: Ping", "ActionID: 2");
    }

    @Test
    void theBeginningAndTheEnd() throws IOException {
        for (String[] login : new String[][] {
            {"Action: Ping", "ActionID: 1", "", "Action: Challenge", "", "Action: Logoff", "ActionID: 2"},
            {"Action: Login", "ActionID: 1", "Username: " + asterisk().amiUser(), "Secret: wrong"},
            {"Action: Login", "AuthType: MD5", "Username: " + asterisk().amiUser(), "Key: 00"},
            {"Action: Login", "ActionID: 1", "Username: nobody", "Secret: wrong"}
        }) {
            try (RawAmi realClient = RawAmi.connect(asterisk().amiPort());
                    RawAmi ourClient = RawAmi.connect(fake().port())) {
                realClient.send(login);
                ourClient.send(login);
                assertThat(ourClient.readAll()).isEqualTo(realClient.readAll());
            }
        }
    }
}
