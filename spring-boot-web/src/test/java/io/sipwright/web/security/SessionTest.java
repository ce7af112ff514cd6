package io.sipwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.web.security.Server.Answer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/** Users who are logged in to the host by its login form. */
class SessionTest {

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start(HostWithUsers.class, Server.TOKENS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aUserMayWhatHisRoleMay() throws Exception {
        String admin = login("alice");
        assertThat(server.get("/api/trunks", admin).body()).isEqualTo("secret data for alice by GET");
        assertThat(server.get("/api/asterisk/doctor", admin).status()).isEqualTo(200);

        String reader = login("bob");
        assertThat(server.get("/api/trunks", reader).body()).isEqualTo("secret data for bob by GET");
        assertThat(server.get("/api/asterisk/doctor", reader).status()).isEqualTo(403);
        assertThat(server.post("/api/trunks", reader, csrf(reader)).status()).isEqualTo(403);

        String nobody = login("carol");
        Answer answer = server.get("/api/trunks", nobody);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aChangeNeedsTheCsrfTokenOfTheHost(String method) throws Exception {
        String session = login("alice");

        Answer refused = server.send(method, "/api/trunks/carrier", session);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403}");
        assertThat(server.send(method, "/api/trunks/carrier", session, "X-CSRF-TOKEN: wrong")
                        .status())
                .isEqualTo(403);
        assertThat(server.send(method, "/api/trunks/carrier", session, csrf(login("alice")))
                        .status())
                .isEqualTo(403);

        Answer answer = server.send(method, "/api/trunks/carrier", session, csrf(session));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("secret data for alice by " + method);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer wrong-token-0123456789",
                "Authorization: Bearer",
                "Authorization:",
                "Authorization: Basic YWxpY2U6cGFzc3dvcmQ="
            })
    void aBogusTokenBesideASessionIsNotExcusedFromCsrf(String bogus) throws Exception {
        String session = login("alice");
        String csrf = csrf(session);
        assertThat(server.post("/api/trunks", session, bogus).status()).isEqualTo(401);
        assertThat(server.post("/api/trunks", session, bogus, csrf).status()).isEqualTo(401);
        assertThat(server.get("/api/trunks", session, bogus).status()).isEqualTo(401);
        assertThat(server.get("/api/trunks", session).status())
                .as("the session goes on")
                .isEqualTo(200);
    }

    @Test
    void aTokenCountsAndNotTheSessionBesideIt() throws Exception {
        String session = login("alice");
        String reader = "Authorization: Bearer " + Server.READER;
        assertThat(server.get("/api/trunks", session, reader).body()).isEqualTo("secret data for dashboard by GET");
        assertThat(server.post("/api/trunks", session, reader, csrf(session)).status())
                .isEqualTo(403);

        Answer change = server.post("/api/trunks", login("carol"), "Authorization: Bearer " + Server.ADMIN);
        assertThat(change.body()).isEqualTo("secret data for ci by POST");
        assertThat(server.get("/host", session).body()).as("still alice's").isEqualTo("host page for alice");
    }

    @Test
    void anUnknownSessionIs401() throws Exception {
        Answer answer = server.post("/api/trunks", "Cookie: JSESSIONID=0123456789ABCDEF0123456789ABCDEF");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers()).doesNotContainKey("set-cookie");
    }

    @Test
    void afterLogoutTheApiIsClosed() throws Exception {
        String session = login("alice");
        assertThat(server.post("/logout", session, csrf(session)).status()).isLessThan(400);
        assertThat(server.get("/api/trunks", session).status()).isEqualTo(401);
    }

    /** As single-page applications have it; the host says so by beans. */
    @Test
    void csrfTokensAreKeptWhereTheHostKeepsThem() throws Exception {
        try (Server cookies = Server.start(HostWithCsrfCookie.class)) {
            String session = login(cookies, "alice");
            assertThat(cookies.post("/api/trunks", session).status()).isEqualTo(403);
            assertThat(cookies.post("/api/trunks", session + "; XSRF-TOKEN=abc", "X-XSRF-TOKEN: abc")
                            .status())
                    .isEqualTo(200);
        }
    }

    private static String login(String user) throws Exception {
        return login(server, user);
    }

    /** Returns the header with the cookie of the session. */
    private static String login(Server server, String user) throws Exception {
        Answer form = server.get("/login");
        Matcher csrf = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form.body());
        assertThat(csrf.find()).isTrue();
        Answer answer = server.submit(
                "/login", "username=" + user + "&password=password&_csrf=" + csrf.group(1), form.cookie());
        assertThat(answer.header("Location")).doesNotContain("error");
        Matcher session = Pattern.compile("JSESSIONID=\\w+").matcher(answer.header("Set-Cookie"));
        assertThat(session.find()).isTrue();
        return "Cookie: " + session.group();
    }

    private static String csrf(String session) throws Exception {
        return server.get("/host/csrf", session).body();
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Server.PlainHost.class)
    static class HostWithUsers {

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(
                    User.withUsername("alice")
                            .password("{noop}password")
                            .roles("SIPWRIGHT_ADMIN")
                            .build(),
                    User.withUsername("bob")
                            .password("{noop}password")
                            .roles("SIPWRIGHT_READER")
                            .build(),
                    User.withUsername("carol")
                            .password("{noop}password")
                            .roles("USER")
                            .build());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(HostWithUsers.class)
    static class HostWithCsrfCookie {

        @Bean
        CsrfTokenRepository csrfTokens() {
            return CookieCsrfTokenRepository.withHttpOnlyFalse();
        }

        @Bean
        CsrfTokenRequestAttributeHandler csrfHandler() {
            return new CsrfTokenRequestAttributeHandler();
        }
    }
}
