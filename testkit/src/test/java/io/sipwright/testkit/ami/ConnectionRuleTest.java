package io.sipwright.testkit.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.testkit.ThrowawayCertificate;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each way to treat a connection wrongly. */
@Timeout(30)
class ConnectionRuleTest {

    private static final String BANNER = "Asterisk Call Manager/11.0.0\r\n";
    private static final String PING = "Action: Ping\r\n\r\n";
    private static final String DENIED = "Response: Error\r\nMessage: Permission denied\r\n\r\n";

    private final FakeAmiServer server = FakeAmiServer.start("user", "secret");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void noBanner() throws IOException {
        server.onConnect().silence().times(1);
        try (RawAmi silent = RawAmi.connect(server.port());
                RawAmi normal = RawAmi.connect(server.port())) {
            assertThat(normal.readLine()).isEqualTo("Asterisk Call Manager/11.0.0");
            silent.sendText(PING);
            assertThat(silent.isSilentFor(30)).isTrue();
        }
        assertThat(server.actions()).isEmpty();
    }

    @Test
    void anotherBanner() throws IOException {
        server.onConnect().banner("SSH-2.0-OpenSSH_9.2").delay(Duration.ofMillis(20));
        try (RawAmi client = RawAmi.connect(server.port())) {
            assertThat(client.readLine()).isEqualTo("SSH-2.0-OpenSSH_9.2");
        }
    }

    @Test
    void closesAtAnyByteSent() throws IOException {
        String all = BANNER + DENIED;
        for (int bytes = 0; bytes <= all.length(); bytes++) {
            server.onConnect().closeAfterTotalBytes(bytes).times(1);
            try (RawAmi client = RawAmi.connect(server.port())) {
                if (bytes > BANNER.length()) {
                    client.sendText(PING);
                }
                assertThat(client.readAll()).isEqualTo(all.substring(0, bytes));
            }
        }
    }

    @Test
    void closesAtAnyByteReceived() throws IOException {
        for (int bytes = 0; bytes <= PING.length(); bytes++) {
            server.onConnect().closeAfterReceivedBytes(bytes).times(1);
            try (RawAmi client = RawAmi.connect(server.port())) {
                client.sendText(PING.substring(0, bytes));
                assertThat(client.readAll()).isEqualTo(BANNER + (bytes == PING.length() ? DENIED : ""));
            }
        }
    }

    @Test
    void endsAtOnce() throws IOException {
        server.onConnect().closeAtOnce().times(1);
        try (RawAmi client = RawAmi.connect(server.port())) {
            assertThat(client.readAll()).isEmpty();
        }
        server.onConnect().reset().times(1);
        assertThatThrownBy(() -> readAllOfANewConnection()).isInstanceOf(SocketException.class);
        server.onConnect().reset().closeAfterTotalBytes(BANNER.length()).times(1);
        assertThatThrownBy(() -> readAllOfANewConnection()).isInstanceOf(SocketException.class);
    }

    private void readAllOfANewConnection() throws IOException {
        try (RawAmi client = RawAmi.connect(server.port())) {
            client.readAll();
        }
    }

    @Test
    void slow() throws IOException {
        server.onConnect().oneBytePer(Duration.ofMillis(1));
        long start = System.nanoTime();
        try (RawAmi client = RawAmi.connect(server.port())) {
            assertThat(client.read(BANNER.length())).isEqualTo(BANNER);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(BANNER.length() - 1));
    }

    @Test
    void flood() throws IOException {
        server.onConnect().flood(100_000);
        try (RawAmi client = RawAmi.login(server.port(), "user", "secret", "Events: off")) {
            client.send("Action: Logoff");
            assertThat(client.readAll())
                    .contains("Value: 99999\r\n")
                    .endsWith("Message: Thanks for all the fish.\r\n\r\n");
        }
    }

    @Test
    void aFloodThatNobodyReadsEndsWithTheServer() throws IOException {
        server.onConnect().flood(Long.MAX_VALUE);
        try (RawAmi client = RawAmi.login(server.port(), "user", "secret", "Events: off")) {
            assertThat(client.readMessage()).contains("Event: VarSet");
            server.close();
            assertThat(server.openConnections()).isZero();
        }
    }

    @Test
    void tls() throws IOException {
        SSLContext tls = ThrowawayCertificate.create().sslContext();
        try (FakeAmiServer secure =
                FakeAmiServer.builder("user", "secret").tls(tls).start()) {
            try (RawAmi client = RawAmi.connect(secure.port(), tls)) {
                assertThat(client.readLine()).isEqualTo("Asterisk Call Manager/11.0.0");
                client.send("Action: Logoff", "ActionID: 1");
                assertThat(client.readMessage())
                        .isEqualTo(List.of("Response: Goodbye", "ActionID: 1", "Message: Thanks for all the fish."));
                assertThat(client.readAll()).isEmpty();
            }
            SSLContext stranger = ThrowawayCertificate.create().sslContext();
            try (RawAmi client = RawAmi.connect(secure.port(), stranger)) {
                assertThatThrownBy(client::readLine).isInstanceOf(SSLHandshakeException.class);
            }
        }
    }

    @Test
    void aHandshakeThatNeverComesEndsWithTheServer() throws IOException {
        SSLContext tls = ThrowawayCertificate.create().sslContext();
        FakeAmiServer secure = FakeAmiServer.builder("user", "secret").tls(tls).start();
        try (RawAmi client = RawAmi.connect(secure.port())) {
            assertThat(client.isSilentFor(30)).isTrue();
            secure.close();
            assertThat(secure.openConnections()).isZero();
        }
    }
}
