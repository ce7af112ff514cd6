package io.sipwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The phone against the real thing. */
@Timeout(60)
class SipPhoneTest {
    private static final String USER = """
        [alice]
        type = endpoint
        aors = alice
        auth = alice
        allow = ulaw
        [alice]
        type = aor
        max_contacts = 2
        [alice]
        type = auth
        """;
    private static final String USERPASS = USER + "auth_type = userpass\nusername = alice\npassword = s3cret\n";
    private static final String DIGEST = USER + "auth_type = digest\nusername = alice\npassword = s3cret\n";

    @AsteriskTest
    void registersWithMd5(AsteriskServer asterisk) {
        load(asterisk, USERPASS);
        try (SipPhone phone = alice(asterisk).build()) {
            RegisterResult result = phone.register(Duration.ofSeconds(120));

            assertThat(result.isRegistered()).isTrue();
            assertThat(result.status()).isEqualTo(200);
            assertThat(result.algorithm()).contains(DigestAlgorithm.MD5);
            // Asterisk tells what is left, which may already be a second less.
            assertThat(result.expiresSeconds().orElse(0)).isBetween(115, 120);
            assertThat(asterisk.cli("pjsip show contacts")).contains(phone.contactUri());
        }
        assertThat(asterisk.complaints()).isEmpty();
    }

    @AsteriskTest
    void unregistersItselfOnly(AsteriskServer asterisk) {
        load(asterisk, USERPASS);
        try (SipPhone one = alice(asterisk).build();
                SipPhone two = alice(asterisk).build()) {
            assertThat(one.register().isRegistered()).isTrue();
            assertThat(two.register(Duration.ofSeconds(90)).expiresSeconds().orElse(0))
                    .isBetween(85, 90);
            assertThat(one.register().isRegistered()).isTrue();

            RegisterResult result = one.unregister();

            assertThat(result.status()).isEqualTo(200);
            assertThat(result.isRegistered()).isFalse();
            assertThat(asterisk.cli("pjsip show contacts"))
                    .contains(two.contactUri())
                    .doesNotContain(one.contactUri());
        }
    }

    @AsteriskTest(versions = 22)
    void registersWithTheStrongestOffered(AsteriskServer asterisk) {
        load(asterisk, DIGEST + "supported_algorithms_uas = MD5,SHA-256,SHA-512-256\n");
        try (SipPhone any = alice(asterisk).build();
                SipPhone plain = alice(asterisk).algorithms(DigestAlgorithm.MD5).build();
                SipPhone rare =
                        alice(asterisk).algorithms(DigestAlgorithm.SHA_512_256).build()) {
            assertThat(any.register().algorithm()).contains(DigestAlgorithm.SHA_256);
            assertThat(plain.register().algorithm()).contains(DigestAlgorithm.MD5);
            assertThat(plain.unregister().status()).isEqualTo(200);
            assertThat(rare.register().algorithm()).contains(DigestAlgorithm.SHA_512_256);
            assertThat(rare.register().isRegistered()).isTrue();
        }
    }

    @AsteriskTest(versions = 22)
    void registersWhereOnlySha256IsOffered(AsteriskServer asterisk) {
        load(asterisk, DIGEST + "supported_algorithms_uas = SHA-256\n");
        try (SipPhone phone = alice(asterisk).build();
                SipPhone old = alice(asterisk).algorithms(DigestAlgorithm.MD5).build()) {
            RegisterResult result = phone.register();
            assertThat(result.isRegistered()).isTrue();
            assertThat(result.algorithm()).contains(DigestAlgorithm.SHA_256);

            RegisterResult refused = old.register();
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.algorithm()).isEmpty();
        }
    }

    @AsteriskTest
    void aWrongPasswordOrUserIsRefused(AsteriskServer asterisk) {
        load(asterisk, USERPASS);
        try (SipPhone wrong = alice(asterisk).password("S3cret").build();
                SipPhone unknown = alice(asterisk).user("bob").build();
                SipPhone stranger = alice(asterisk).authUser("bob").build()) {
            RegisterResult result = wrong.register();
            assertThat(result.status()).isEqualTo(401);
            assertThat(result.reason()).isEqualTo("Unauthorized");
            assertThat(result.algorithm()).contains(DigestAlgorithm.MD5);
            assertThat(result.isRegistered()).isFalse();
            assertThat(result.expiresSeconds()).isEmpty();

            assertThat(unknown.register().status()).isEqualTo(401);
            assertThat(stranger.register().status()).isEqualTo(401);
        }
    }

    @AsteriskTest
    void theLoginMayDifferFromTheUser(AsteriskServer asterisk) {
        String password = "p\\;a \"ü\" =>#";
        load(asterisk, USER + "auth_type = userpass\nusername = door 1\npassword = " + password + "\n");
        try (SipPhone phone = alice(asterisk)
                .authUser("door 1")
                .password(password.replace("\\;", ";"))
                .build()) {
            assertThat(phone.register().isRegistered()).isTrue();
        }
    }

    @Test
    void aSilentServerIsWaitedForOnlySoLong() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SipPhone phone = SipPhone.builder()
                        .server("127.0.0.1", silent.getLocalPort())
                        .user("alice")
                        .password("s3cret")
                        .timeout(Duration.ofMillis(700))
                        .build()) {
            long begin = System.nanoTime();
            assertThatThrownBy(phone::register)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("127.0.0.1:" + silent.getLocalPort())
                    .hasMessageNotContaining("s3cret");
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofMillis(600), Duration.ofSeconds(5));
        }
    }

    @Test
    void aClosedPortIsToldAtOnce() throws Exception {
        int port;
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            port = socket.getLocalPort();
        }
        try (SipPhone phone =
                SipPhone.builder().server("127.0.0.1", port).user("alice").build()) {
            assertThatThrownBy(phone::register)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("Nobody listens");
        }
    }

    @AsteriskTest
    void goesOnThroughARestart(AsteriskInstallation installation) throws Exception {
        try (AsteriskServer asterisk = AsteriskServer.builder(installation)
                        .file("pjsip_users.conf", USERPASS)
                        .start();
                SipPhone phone = alice(asterisk)
                        .timeout(Duration.ofSeconds(32))
                        .throughRestarts()
                        .build()) {
            assertThat(phone.register().status()).isEqualTo(200);
            long before = asterisk.pid();
            Thread restart = new Thread(asterisk::restart);
            restart.start();
            while (restart.isAlive()) {
                assertThat(phone.register().status()).isEqualTo(200);
            }
            restart.join();
            assertThat(asterisk.pid()).isNotEqualTo(before);
            assertThat(phone.register().isRegistered()).isTrue();
        }
    }

    @Test
    void thePasswordIsNotShownAndBadNamesAreRefused() {
        SipPhone.Builder builder = SipPhone.builder().server("127.0.0.1", 5060).password("s3cret");
        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> builder.user("a\r\nX: y")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.authUser("")).isInstanceOf(IllegalArgumentException.class);
        try (SipPhone phone = builder.user("a@b").build()) {
            assertThat(phone.toString()).contains("sip:a%40b@127.0.0.1").doesNotContain("s3cret");
        }
    }

    @Test
    void hashesLikeTheExampleOfRfc7616() {
        DigestAlgorithm sha256 = DigestAlgorithm.SHA_256;
        String secret = sha256.hash("Mufasa", "http-auth@example.org", "Circle of Life");
        String request = sha256.hash("GET", "/dir/index.html");
        assertThat(sha256.hash(
                        secret,
                        "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
                        "00000001",
                        "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
                        "auth",
                        request))
                .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
    }

    @Test
    void readsChallengesAndAnswersThem() {
        String header =
                "Digest realm=\"a \\\"b\\\", c\",nonce=\"n1\" , algorithm=MD5,qop=\"auth-int, auth\",stale=TRUE";
        DigestChallenge challenge = DigestChallenge.parse(header).orElseThrow();

        assertThat(challenge.algorithm()).isEqualTo(DigestAlgorithm.MD5);
        assertThat(challenge.isStale()).isTrue();
        assertThat(challenge.answer("REGISTER", "sip:x", "al\"ice", "s3cret"))
                .startsWith("Digest username=\"al\\\"ice\", realm=\"a \\\"b\\\", c\", nonce=\"n1\", uri=\"sip:x\"")
                .contains("qop=auth, nc=00000001, cnonce=")
                .doesNotContain("s3cret", "opaque");
        assertThat(DigestChallenge.parse("Basic realm=\"x\"")).isEmpty();
        assertThat(DigestChallenge.parse("Digest realm=\"x\",nonce=\"n\",algorithm=MD5-sess"))
                .isEmpty();
    }

    @Test
    void readsItsOwnContactAmongOthers() {
        RegisterRequest request = new RegisterRequest(
                new InetSocketAddress("127.0.0.1", 5060), new InetSocketAddress("127.0.0.1", 40000), "a,b");
        SipResponse response = new SipResponse(
                200,
                "OK",
                List.of(Map.entry(
                        "contact",
                        "<sip:x@h>;expires=1, <sip:a,b@127.0.0.1:40000>;q=1;Expires=77,<sip:y@h>;expires=3")));
        assertThat(request.expires(response)).isEqualTo(OptionalInt.of(77));
    }

    private static void load(AsteriskServer asterisk, String users) {
        asterisk.write("pjsip_users.conf", users);
        asterisk.reload();
    }

    private static SipPhone.Builder alice(AsteriskServer asterisk) {
        return SipPhone.builder()
                .server(asterisk.host(), asterisk.sipPort())
                .user("alice")
                .password("s3cret");
    }
}
