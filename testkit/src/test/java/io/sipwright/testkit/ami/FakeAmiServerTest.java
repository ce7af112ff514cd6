package io.sipwright.testkit.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a test sets up and asks; what is answered is compared with a real Asterisk elsewhere. */
@Timeout(30)
class FakeAmiServerTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final FakeAmiServer server = FakeAmiServer.start("user", "secret");

    @AfterEach
    void close() {
        server.close();
    }

    private AmiProbe probe() {
        return AmiProbe.connect(server.host(), server.port(), "user", "secret");
    }

    @Test
    void aReloadLoadsWhatTheTestWants() {
        server.pjsip().put("endpoint", "alice", Map.of("@rev", "1")).put("endpoint", "bob", Map.of("@rev", "1"));
        server.onReload(loaded ->
                loaded.change("endpoint", "alice", old -> Map.of("@rev", "2")).remove("endpoint", "bob"));
        try (AmiProbe probe = probe()) {
            assertThat(probe.sorcery("endpoint", "alice", "@rev")).isEqualTo("1");
            probe.reload();
            assertThat(probe.sorcery("endpoint", "alice", "@rev")).isEqualTo("2");
            assertThat(probe.sorcery("endpoint", "bob", "@rev")).isEmpty();
            server.onReload(ReloadEffect.none());
            probe.reload();
            assertThat(probe.list("PJSIPShowEndpoints", Map.of())).hasSize(3);
        }
        assertThat(server.pjsip().ids("endpoint")).containsExactly("alice");
    }

    @Test
    void anEffectThatFailsIsAnError() {
        server.onReload(loaded -> {
            throw new IllegalStateException("wanted by this test");
        });
        try (AmiProbe probe = probe()) {
            assertThatThrownBy(probe::reload).isInstanceOf(AsteriskException.class);
        }
    }

    @Test
    void onlyOneReloadAtATime() throws IOException, InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        server.onReload(loaded -> {
            started.countDown();
            await(mayEnd);
        });
        try (RawAmi first = RawAmi.login(server.port(), "user", "secret", "Events: off");
                RawAmi second = RawAmi.login(server.port(), "user", "secret", "Events: off")) {
            first.send("Action: Reload");
            assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(second.ask("Action: Reload").get(0)).contains("Message: A reload is in progress");
            mayEnd.countDown();
            assertThat(first.readMessage()).contains("Message: Module Reloaded");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void md5Login() throws IOException {
        try (RawAmi client = RawAmi.connect(server.port())) {
            client.readLine();
            client.send("Action: Challenge", "AuthType: MD5");
            String challenge = client.readMessage().get(1).substring("Challenge: ".length());
            String key = Md5.hex(AmiText.bytes(challenge + "secret"));
            client.send("Action: Login", "AuthType: MD5", "Username: user", "Key: " + key);
            assertThat(client.readMessage()).contains("Response: Success");
            assertThat(client.readMessage()).contains("Event: FullyBooted");
        }
    }

    @Test
    void aReloadIsQueuedUntilItHasBooted() throws IOException {
        server.booting();
        server.onReload(loaded -> loaded.put("aor", "alice", Map.of()));
        try (RawAmi client = RawAmi.login(server.port(), "user", "secret")) {
            client.send("Action: Reload", "Module: res_pjsip.so");
            assertThat(client.readMessage()).contains("Message: Module Reloaded");
            assertThat(client.readMessage()).contains("Event: Reload", "Status: 1");
            assertThat(server.pjsip().ids("aor")).isEmpty();
            server.booted();
            assertThat(client.readMessage()).contains("Event: FullyBooted");
            assertThat(server.pjsip().ids("aor")).containsExactly("alice");
        }
    }

    @Test
    void recordsWhatClientsSend() throws IOException {
        try (RawAmi client = RawAmi.login(server.port(), "user", "secret")) {
            client.sendText("Action: Ping\nX: a: b\nX:\nnonsense\r\n\nAction: Logoff\r\n\r\n");
            client.readAll();
        }
        assertThat(server.await("Logoff", 1, LIMIT)).hasSize(1);
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.actions()).extracting(RecordedAction::name).containsExactly("Login", "Ping", "Logoff");
        assertThat(server.actions("login").get(0).header("secret")).isEqualTo("secret");
        RecordedAction ping = server.actions("Ping").get(0);
        assertThat(ping.lines()).containsExactly("Action: Ping", "X: a: b", "X:", "nonsense");
        assertThat(ping.all("x")).containsExactly("a: b", "");
        assertThat(server.await("Ping", 2, Duration.ofMillis(20))).hasSize(1);
    }

    @Test
    void refusesThePortAndOpensItAgain() throws IOException {
        int port = server.port();
        try (RawAmi old = RawAmi.login(port, "user", "secret", "Events: off")) {
            server.refuse();
            assertThatThrownBy(() -> RawAmi.connect(port)).isInstanceOf(ConnectException.class);
            assertThat(old.ask("Action: Ping")).hasSize(1);
            server.accept();
            assertThat(server.port()).isEqualTo(port);
            RawAmi.login(port, "user", "secret").close();
        }
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void dropsConnections() throws IOException {
        try (RawAmi client = RawAmi.login(server.port(), "user", "secret", "Events: off")) {
            server.drop();
            assertThatThrownBy(client::readAll).isInstanceOf(SocketException.class);
            RawAmi.login(server.port(), "user", "secret").close();
        }
    }

    @Test
    void closeEndsAllThreads() throws IOException {
        server.onConnect().silence().times(1);
        server.on("Ping").delay(Duration.ofDays(1));
        try (RawAmi silent = RawAmi.connect(server.port());
                RawAmi waiting = RawAmi.login(server.port(), "user", "secret", "Events: off");
                RawAmi idle = RawAmi.connect(server.port())) {
            waiting.send("Action: Ping");
            idle.readLine();
            server.await("Ping", 1, LIMIT);
            assertThat(server.openConnections()).isEqualTo(3);
            server.close();
            assertThat(server.openConnections()).isZero();
            for (RawAmi client : List.of(silent, waiting, idle)) {
                assertThat(client.readAll()).isEmpty();
            }
        }
        assertThatThrownBy(() -> RawAmi.connect(server.port())).isInstanceOf(ConnectException.class);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("fake-ami-" + server.port()));
        server.close();
    }
}
