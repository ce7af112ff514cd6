package io.sipwright.testkit.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each way to answer one action wrongly. */
@Timeout(30)
class AmiRuleTest {

    private static final String[] RELOAD = {"Action: Reload", "ActionID: 1", "Module: res_pjsip.so"};
    private static final List<String> RELOADED =
            List.of("Response: Success", "ActionID: 1", "Message: Module Reloaded");
    private static final String TEXT = "Response: Success\r\nActionID: 1\r\nMessage: Module Reloaded\r\n\r\n";

    private final FakeAmiServer server = FakeAmiServer.start("user", "secret");
    private int reloads;
    private RawAmi client;

    @BeforeEach
    void login() throws IOException {
        server.onReload(loaded -> reloads++);
        client = RawAmi.login(server.port(), "user", "secret", "Events: off");
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void errorsThenNormal() throws IOException {
        server.on("reload").errors("A reload is in progress", 2);
        List<String> error = List.of("Response: Error", "ActionID: 1", "Message: A reload is in progress");
        assertThat(client.ask(RELOAD)).containsExactly(error);
        assertThat(client.ask(RELOAD)).containsExactly(error);
        assertThat(reloads).isZero();
        assertThat(client.ask(RELOAD)).containsExactly(RELOADED);
        assertThat(reloads).isEqualTo(1);
    }

    @Test
    void aRuleLastsUntilTheNext() throws IOException {
        server.on("Reload").permissionDenied();
        assertThat(client.ask(RELOAD).get(0)).contains("Message: Permission denied");
        assertThat(client.ask(RELOAD).get(0)).contains("Message: Permission denied");
        server.on("Reload").error("a").times(1);
        server.on("Reload").error("b");
        assertThat(client.ask(RELOAD).get(0)).contains("Message: a");
        assertThat(client.ask(RELOAD).get(0)).contains("Message: b");
        server.behave();
        assertThat(client.ask(RELOAD)).containsExactly(RELOADED);
        assertThatThrownBy(() -> server.on("Reload").times(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void scriptedAnswers() throws IOException {
        server.on("Reload").success("Module Reloaded");
        assertThat(client.ask(RELOAD)).containsExactly(RELOADED);
        server.on("Reload").answer("Response: Success", "EventList: start").answer("Event: X", "EventList: Complete");
        assertThat(client.ask(RELOAD))
                .containsExactly(
                        List.of("Response: Success", "ActionID: 1", "EventList: start"),
                        List.of("Event: X", "ActionID: 1", "EventList: Complete"));
        server.on("Reload").answerBytes(AmiText.bytes("x\r\n\r\n"));
        assertThat(client.ask(RELOAD)).containsExactly(List.of("x"));
        assertThat(reloads).isZero();
        assertThatThrownBy(() -> server.on("Reload").answer()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void silence() throws IOException {
        server.on("Reload").silence();
        assertThat(client.ask(RELOAD)).isEmpty();
        assertThat(reloads).isEqualTo(1);
        server.on("Reload").silence().withoutEffect();
        assertThat(client.ask(RELOAD)).isEmpty();
        assertThat(reloads).isEqualTo(1);
    }

    @Test
    void answerThenSilence() throws IOException {
        server.on("Reload").thenSilence();
        client.send(RELOAD);
        assertThat(client.readMessage()).isEqualTo(RELOADED);
        client.send("Action: Ping");
        assertThat(server.await("Ping", 1, Duration.ofSeconds(10))).hasSize(1);
        assertThat(client.isSilentFor(50)).isTrue();
    }

    @Test
    void late() throws IOException {
        server.on("Reload").afterNext();
        client.send(RELOAD);
        client.send("Action: Ping", "ActionID: 2");
        assertThat(client.readMessage()).contains("ActionID: 2");
        assertThat(client.readMessage()).isEqualTo(RELOADED);
    }

    @Test
    void slow() throws IOException {
        server.on("Reload").delay(Duration.ofMillis(60)).oneBytePer(Duration.ofMillis(1));
        long start = System.nanoTime();
        assertThat(client.ask(RELOAD)).containsExactly(RELOADED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(60 + TEXT.length()));
    }

    @Test
    void closesAtAnyByteOfTheAnswer() throws IOException {
        for (int bytes = 0; bytes <= TEXT.length() + 1; bytes++) {
            server.on("Reload").closeAfterBytes(bytes).times(1);
            try (RawAmi other = RawAmi.login(server.port(), "user", "secret", "Events: off")) {
                other.send(RELOAD);
                assertThat(other.readAll()).isEqualTo(TEXT.substring(0, Math.min(bytes, TEXT.length())));
            }
        }
        assertThat(reloads).isEqualTo(TEXT.length() + 2);
    }

    @Test
    void closesWithoutOrAfterTheAnswer() throws IOException {
        server.on("Reload").closeBeforeAnswer();
        client.send(RELOAD);
        assertThat(client.readAll()).isEmpty();
        login();
        server.on("Reload").thenClose();
        client.send(RELOAD);
        assertThat(client.readAll()).isEqualTo(TEXT);
    }

    @Test
    void resets() throws IOException {
        server.on("Reload").reset();
        client.send(RELOAD);
        assertThatThrownBy(client::readAll).isInstanceOf(SocketException.class);
        assertThat(reloads).isEqualTo(1);
    }

    @Test
    void otherBytes() throws IOException {
        server.on("Reload").garbage(new byte[] {0, (byte) 0xff, '\n'}).times(1);
        client.send(RELOAD);
        assertThat(client.read(3 + TEXT.length())).isEqualTo("\0\u00ff\n" + TEXT);
        server.on("Reload").hugeLine(10_000_000).times(1);
        client.send(RELOAD);
        assertThat(client.readMessage())
                .satisfies(lines -> assertThat(lines.get(1)).hasSize(10_000_000).endsWith("xxx"))
                .contains("ActionID: 1");
        server.on("Reload").nonUtf8().times(1);
        assertThat(client.ask(RELOAD).get(0)).contains("X-B: \u00ff\u00fe\u00c3(", "ActionID: 1");
        server.on("Reload").withoutBlankLine().times(1);
        client.send(RELOAD);
        assertThat(client.read(TEXT.length() - 2)).isEqualTo(TEXT.substring(0, TEXT.length() - 2));
        assertThat(client.isSilentFor(30)).isTrue();
    }

    @Test
    void refusesALogin() throws IOException {
        server.on("Login").error("Authentication failed").thenClose();
        try (RawAmi other = RawAmi.login(server.port(), "user", "secret")) {
            assertThat(other.readAll()).isEmpty();
        }
        assertThat(client.ask(RELOAD)).containsExactly(RELOADED);
    }

    @Test
    void otherMessages() throws IOException {
        server.on("Reload").otherActionId();
        assertThat(client.ask(RELOAD).get(0)).contains("ActionID: other-1", "Message: Module Reloaded");
        server.on("PJSIPShowRegistrationsOutbound").interleavedEvents(2);
        assertThat(client.ask("Action: PJSIPShowRegistrationsOutbound"))
                .extracting(message -> message.get(0))
                .containsExactly(
                        "Event: VarSet",
                        "Event: VarSet",
                        "Response: Success",
                        "Event: VarSet",
                        "Event: VarSet",
                        "Event: OutboundRegistrationDetailComplete");
    }
}
