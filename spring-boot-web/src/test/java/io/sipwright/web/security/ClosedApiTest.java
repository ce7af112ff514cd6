package io.sipwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.web.security.Server.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;

/** A host that configures nothing. */
class ClosedApiTest {

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start(Server.PlainHost.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/providers",
        "GET, /api/user-templates/basic_user",
        "GET, /api/trunks",
        "HEAD, /api/trunks",
        "POST, /api/trunks",
        "PUT, /api/trunks/carrier",
        "PATCH, /api/trunks/carrier",
        "DELETE, /api/trunks/carrier",
        "OPTIONS, /api/trunks",
        "POST, /api/trunks/preview",
        "GET, /api/asterisk/sip-users",
        "POST, /api/asterisk/sip-users",
        "GET, /api/asterisk/doctor",
        "GET, /api/asterisk/nothing/there",
    })
    void answers401(String method, String path) throws Exception {
        Answer answer = server.send(method, path, "Accept: text/html");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.headers()).doesNotContainKeys("set-cookie", "location");
        assertThat(answer.body())
                .isEqualTo(
                        method.equals("HEAD")
                                ? ""
                                : "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/trunks/",
                "/api//trunks",
                "//api/trunks",
                "/api/trunks;jsessionid=1",
                "/api;x=1/trunks",
                "/;/api/trunks",
                "/api/trunks;/carrier",
                "/api/../api/trunks",
                "/host/../api/trunks",
                "/host/..;/api/trunks",
                "/host/%2e%2e/api/trunks",
                "/api/./trunks",
                "/api/%2e/trunks",
                "/api%2ftrunks",
                "/api%2Ftrunks",
                "/api/%2ftrunks",
                "/api/trunks%2fcarrier",
                "/api%5ctrunks",
                "/api\\trunks",
                "/%61pi/trunks",
                "/api/%74runks",
                "/api/%2574runks",
                "/api/trunks%00",
                "/api/trunks%0a",
                "/api/trunks%20",
                "/api/trunks.json",
                "/api/trunks/.",
                "/api/trunks?access_token=x",
                "/api/trunks#x",
                "/API/TRUNKS",
                "/Api/Trunks/Carrier",
                "/api/asterisk/sip-users/%2e%2e/doctor",
                "http://localhost/api/trunks"
            })
    void noPathLeadsAround(String path) throws Exception {
        for (String method : List.of("GET", "POST", "HEAD", "TRACE", "OPTIONS", "get", "FOO")) {
            Answer answer = server.send(method, path, "X-HTTP-Method-Override: GET", "X-Original-URL: /host");
            assertThat(answer.status())
                    .as(method + " " + path)
                    .isGreaterThanOrEqualTo(300)
                    .isLessThan(500);
            assertThat(answer.body()).doesNotContain(ApiOfTest.DATA);
        }
    }

    @Test
    void theRestOfTheHostIsAsWithoutUs() throws Exception {
        assertThat(server.context.getBeansOfType(SecurityFilterChain.class))
                .containsOnlyKeys("sipwrightSecurityFilterChain", "defaultSecurityFilterChain");
        assertThat(server.context.getBeansOfType(UserDetailsService.class))
                .containsOnlyKeys("inMemoryUserDetailsManager");

        Answer page = server.get("/host", "Accept: text/html");
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).endsWith("/login");
        assertThat(server.get("/api/host").status()).isEqualTo(401);
        assertThat(server.get("/api/host").header("WWW-Authenticate")).startsWith("Basic");
    }

    @Test
    void isFoundBySpringBoot() throws Exception {
        ClassLoader loader = getClass().getClassLoader();
        String place = "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports";
        List<String> ours = loader.resources(place)
                .map(url -> {
                    try (InputStream in = url.openStream()) {
                        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .flatMap(String::lines)
                .filter(line -> line.startsWith("io.sipwright.web."))
                .toList();
        assertThat(ours).isSorted().contains(SipwrightWebSecurityAutoConfiguration.class.getName());
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation(loader)
                        .load(FailureAnalyzer.class, FailureHandler.logging(LogFactory.getLog(getClass()))))
                .hasAtLeastOneElementOfType(InvalidWebSecurityFailureAnalyzer.class);
    }
}
