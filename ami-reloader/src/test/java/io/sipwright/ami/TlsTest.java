package io.sipwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.reload.ReloadOutcome;
import io.sipwright.secret.Secret;
import io.sipwright.testkit.ThrowawayCertificate;
import io.sipwright.testkit.ami.FakeAmiServer;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** TLS with a certificate for {@code localhost}. */
@Timeout(30)
class TlsTest {
    private static final ThrowawayCertificate CERTIFICATE = ThrowawayCertificate.create();

    @Test
    void theRightHostIsTrusted() {
        assertThat(outcome("localhost", CERTIFICATE)).isInstanceOf(ReloadOutcome.Verified.class);
    }

    @Test
    void aCertificateForAnotherHostIsRefused() {
        assertThat(outcome("127.0.0.1", CERTIFICATE))
                .isInstanceOfSatisfying(ReloadOutcome.Unreachable.class, refused -> {
                    assertThat(refused.cause()).isEqualTo(ReloadOutcome.Unreachable.Cause.NOT_CONNECTED);
                    assertThat(refused.reason()).contains("127.0.0.1");
                });
    }

    @Test
    void aCertificateOfNoKnownAuthorityIsRefused() {
        assertThat(outcome("localhost", ThrowawayCertificate.create()))
                .isInstanceOfSatisfying(
                        ReloadOutcome.Unreachable.class,
                        refused ->
                                assertThat(refused.cause()).isEqualTo(ReloadOutcome.Unreachable.Cause.NOT_CONNECTED));
    }

    @Test
    void aHandshakeThatIsNotAnsweredEndsInTime() {
        try (FakeAmiServer server = start()) {
            server.onConnect().silence();
            long start = System.nanoTime();
            assertThat(reload(server, "localhost", CERTIFICATE.sslContext()))
                    .isInstanceOf(ReloadOutcome.Unreachable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }
    }

    private static ReloadOutcome outcome(String host, ThrowawayCertificate trusted) {
        try (FakeAmiServer server = start()) {
            return reload(server, host, trusted.sslContext());
        }
    }

    private static FakeAmiServer start() {
        FakeAmiServer server = FakeAmiServer.builder(FakeDeployment.USER, FakeDeployment.AMI_SECRET)
                .tls(CERTIFICATE.sslContext())
                .start();
        server.onReload(loaded -> loaded.load(FakeDeployment.document()));
        return server;
    }

    private static ReloadOutcome reload(FakeAmiServer server, String host, SSLContext trusted) {
        try (AmiReloader reloader = AmiReloader.builder(
                        host, server.port(), FakeDeployment.USER, Secret.of(FakeDeployment.AMI_SECRET))
                .connectTimeout(Duration.ofSeconds(1))
                .tls(trusted)
                .build()) {
            return reloader.reload(FakeDeployment.request());
        }
    }
}
