package io.sipwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.sipwright.web.security.Server.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.CredentialsExpiredException;

/** Tokens that the host checks itself, and that no token gets out. */
class AuthenticatorTest {

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start(HostThatChecks.class, Server.TOKENS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theHostSaysWhoseATokenIs() throws Exception {
        assertThat(server.post("/api/trunks", bearer("first-known")).body()).isEqualTo("secret data for first by POST");
        assertThat(server.get("/api/trunks", bearer("second-known")).body()).isEqualTo("secret data for second by GET");
        assertThat(server.post("/api/trunks", bearer("second-known")).status()).isEqualTo(403);
        assertThat(server.post("/api/trunks", bearer(Server.ADMIN)).body()).isEqualTo("secret data for ci by POST");
        assertThat(server.get("/api/trunks", bearer("unknown")).status()).isEqualTo(401);
        assertThat(server.get("/api/trunks", bearer("expired")).status()).isEqualTo(401);
        assertThat(server.get("/api/trunks").status()).isEqualTo(401);
    }

    @Test
    void whenItCannotTellTheAnswerIs503() throws Exception {
        Answer answer = server.get("/api/trunks", bearer("failing"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503}");
    }

    @Test
    void noTokenGetsOut() throws Exception {
        Memory memory = new Memory();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        // Tomcat logs all that it reads, byte by byte, to whoever asks for that.
        List<Logger> wire = List.of((Logger) LoggerFactory.getLogger("org.apache.coyote.http11"), (Logger)
                LoggerFactory.getLogger("org.apache.tomcat.util.net"));
        Map<Logger, Level> before = new HashMap<>();
        for (Logger logger : root.getLoggerContext().getLoggerList()) {
            if (logger.getLevel() != null || wire.contains(logger)) {
                before.put(logger, logger.getLevel());
                logger.setLevel(wire.contains(logger) ? Level.INFO : Level.TRACE);
            }
        }
        memory.start();
        root.addAppender(memory);
        try {
            for (String canary : List.of(
                    Server.ADMIN,
                    Server.READER,
                    "canary-wrong-token",
                    "failing",
                    "expired",
                    "canary==bad=token",
                    "canary-\u00e9-token",
                    "canary-" + "x".repeat(6000))) {
                for (String method : List.of("GET", "POST", "DELETE")) {
                    for (String path : List.of("/api/trunks", "/api/asterisk/error", "/api/nothing", "/host")) {
                        Answer answer = server.send(method, path, bearer(canary));
                        assertThat(answer.toString()).doesNotContain(canary);
                    }
                }
            }
        } finally {
            root.detachAppender(memory);
            before.forEach(Logger::setLevel);
        }

        assertThat(memory.lines).anyMatch(line -> line.contains("Securing GET /api/trunks"));
        assertThat(memory.lines).anyMatch(line -> line.contains("could not tell whose an API token is"));
        assertThat(memory.lines)
                .noneMatch(line -> line.contains("canary")
                        || line.contains(Server.ADMIN)
                        || line.contains(Server.READER)
                        || line.contains("quoting failing")
                        || line.contains("quoting expired"));
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    private static class Memory extends AppenderBase<ILoggingEvent> {

        final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            String stack =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + stack);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Server.PlainHost.class)
    static class HostThatChecks {

        @Bean
        @Order(1)
        ApiTokenAuthenticator first() {
            return token -> {
                if (token.equals("failing")) {
                    throw new IllegalStateException("quoting " + token);
                }
                return token.equals("first-known")
                        ? Optional.of(new ApiTokenOwner("first", Set.of("SIPWRIGHT_ADMIN")))
                        : Optional.empty();
            };
        }

        @Bean
        @Order(2)
        ApiTokenAuthenticator second() {
            return token -> {
                if (token.equals("expired")) {
                    throw new CredentialsExpiredException("quoting " + token);
                }
                return token.equals("second-known")
                        ? Optional.of(new ApiTokenOwner("second", Set.of("SIPWRIGHT_READER")))
                        : Optional.empty();
            };
        }
    }
}
