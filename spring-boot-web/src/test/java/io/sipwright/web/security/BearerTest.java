package io.sipwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.web.security.Server.Answer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.event.AbstractAuthenticationEvent;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;

/** Tokens of the properties. */
class BearerTest {

    private static final String ADMIN = "Authorization: Bearer " + Server.ADMIN;
    private static final String READER = "Authorization: Bearer " + Server.READER;
    private static final String OTHER = "Authorization: Bearer " + Server.OTHER;
    private static final BlockingQueue<AbstractAuthenticationEvent> EVENTS = new LinkedBlockingQueue<>();

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start(ListeningHost.class, Server.TOKENS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void anAdminMayDoAllWithoutSessionAndCsrfToken(String method) throws Exception {
        Answer answer = server.send(method, "/api/trunks/carrier", ADMIN);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("secret data for ci by " + method);
        assertThat(answer.headers()).doesNotContainKey("set-cookie");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/trunks, 200",
        "HEAD, /api/trunks, 200",
        "GET, /api/providers, 200",
        "GET, /api/user-templates/basic_user, 200",
        "GET, /api/asterisk/sip-users/alice, 200",
        "POST, /api/trunks, 403",
        "POST, /api/trunks/preview, 403",
        "PUT, /api/trunks/carrier, 403",
        "PATCH, /api/trunks/carrier, 403",
        "DELETE, /api/trunks/carrier, 403",
        "OPTIONS, /api/trunks, 403",
        "GET, /api/asterisk/doctor, 403",
        "HEAD, /api/asterisk/doctor, 403",
        "GET, /api/asterisk/doctor/, 403",
        "GET, /api/asterisk/doctor/x, 403",
        "GET, /api/asterisk/%64octor, 403",
        "GET, /api/asterisk/DOCTOR, 403",
        "GET, /api/asterisk/sip-users/../doctor, 4",
        "GET, /api/asterisk/doctor;x, 4",
        "GET, /api/asterisk//doctor, 4",
        "TRACE, /api/trunks, 4",
        "FOO, /api/trunks, 4",
        "get, /api/trunks, 4",
    })
    void aReaderMayRead(String method, String path, String status) throws Exception {
        Answer answer = server.send(method, path, READER, "X-HTTP-Method-Override: DELETE");
        assertThat(String.valueOf(answer.status())).startsWith(status);
        if (answer.status() == 403) {
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.headers()).doesNotContainKeys("www-authenticate", "set-cookie");
            assertThat(answer.body())
                    .isEqualTo(
                            method.equals("HEAD")
                                    ? ""
                                    : "{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403}");
        } else if (answer.status() == 200 && method.equals("GET")) {
            assertThat(answer.body()).isEqualTo("secret data for dashboard by GET");
        } else {
            assertThat(answer.body()).doesNotContain(ApiOfTest.DATA);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE"})
    void whoHasAnotherRoleMayNothing(String method) throws Exception {
        Answer answer = server.send(method, "/api/trunks", OTHER);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain(ApiOfTest.DATA);
    }

    @Test
    void anAdminMayAskTheDoctor() throws Exception {
        assertThat(server.get("/api/asterisk/doctor", ADMIN).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization:",
                "Authorization: Bearer",
                "Authorization: Bearer ",
                "Authorization: bearer x",
                "Authorization: Bearer wrong-token-0123456789",
                "Authorization: Bearer " + Server.ADMIN + "x",
                "Authorization: Bearer  " + Server.ADMIN,
                "Authorization: Bearer " + Server.ADMIN + ", Bearer " + Server.ADMIN,
                "Authorization: Bearer \"" + Server.ADMIN + "\"",
                "Authorization: Bearer " + Server.ADMIN + "\u00e9",
                "Authorization: \u00c3\u00a9",
                "Authorization: " + Server.ADMIN,
                "Authorization: Token " + Server.ADMIN,
                "Authorization: Basic dXNlcjpwYXNzd29yZA==",
                "Authorization: Bearer " + Server.ADMIN + "\r\nAuthorization: Bearer " + Server.ADMIN,
                "Authorization: Bearer " + Server.READER + "\r\nauthorization: Bearer " + Server.ADMIN,
                "Authorization: Basic dXNlcjpwYXNzd29yZA==\r\nAuthorization: Bearer " + Server.ADMIN,
                "X-Authorization: Bearer " + Server.ADMIN,
                "Cookie: access_token=" + Server.ADMIN,
            })
    void whatIsNoRightTokenIs401(String header) throws Exception {
        for (String method : List.of("GET", "POST")) {
            Answer answer = server.send(method, "/api/trunks", header);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(answer.body()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401}");
            assertThat(answer.headers()).doesNotContainKey("set-cookie");
        }
    }

    @Test
    void aTokenInTheAddressOrTheBodyIsNone() throws Exception {
        assertThat(server.get("/api/trunks?access_token=" + Server.ADMIN).status())
                .isEqualTo(401);
        Answer form = server.submit("/api/trunks", "access_token=" + Server.ADMIN);
        assertThat(form.status()).isEqualTo(401);
    }

    @Test
    void theSchemeHasNoCase() throws Exception {
        assertThat(server.get("/api/trunks", "authorization: bEARER " + Server.ADMIN)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aHugeHeaderIsRefused() throws Exception {
        // By the server itself, unless it was told to take more.
        assertThat(server.get("/api/trunks", "Authorization: Bearer " + "x".repeat(100_000))
                        .status())
                .isEqualTo(400);
        try (Server generous = Server.start(
                Server.PlainHost.class, "server.max-http-request-header-size=1MB", "logging.level.root=warn")) {
            assertThat(generous.get("/api/trunks", "Authorization: Bearer " + "x".repeat(100_000))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void theOwnerIsKnownInAnAsynchronousAnswer() throws Exception {
        Answer answer = server.get("/api/asterisk/later", READER);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("secret data for dashboard, later");
        assertThat(server.get("/api/asterisk/later").status()).isEqualTo(401);
    }

    /** And not as a way to the login form, which is what the host's own chain has for its error page. */
    @Test
    void anErrorIsAnsweredAsSuch() throws Exception {
        Answer answer = server.get("/api/asterisk/error", READER, "Accept: text/html");
        assertThat(answer.status()).isEqualTo(418);
    }

    @Test
    void aTokenOpensNothingElseOfTheHost() throws Exception {
        assertThat(server.get("/host", ADMIN).status()).isEqualTo(401);
        assertThat(server.get("/api/host", ADMIN).status()).isEqualTo(401);
    }

    @Test
    void tellsOfTokensByEvents() throws Exception {
        EVENTS.clear();
        server.get("/api/trunks");
        assertThat(EVENTS).isEmpty();

        server.get("/api/trunks", READER);
        AbstractAuthenticationEvent success = EVENTS.remove();
        assertThat(success).isInstanceOf(AuthenticationSuccessEvent.class);
        assertThat(success.getAuthentication().getName()).isEqualTo("dashboard");

        server.get("/api/trunks", "Authorization: Bearer wrong-token-0123456789");
        AbstractAuthenticationEvent failure = EVENTS.remove();
        assertThat(failure).isInstanceOf(AuthenticationFailureBadCredentialsEvent.class);
        assertThat(failure.getAuthentication().isAuthenticated()).isFalse();
        assertThat(failure.getAuthentication().toString())
                .contains("127.0.0.1")
                .doesNotContain("wrong-token-0123456789");
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Server.PlainHost.class)
    static class ListeningHost {

        @Bean
        ApplicationListener<AbstractAuthenticationEvent> events() {
            return EVENTS::add;
        }
    }
}
