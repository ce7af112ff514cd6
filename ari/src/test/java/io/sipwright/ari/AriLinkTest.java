package io.sipwright.ari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sipwright.pjsip.Option;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.Reloader;
import io.sipwright.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, and what becomes of answers that Asterisk would not give. */
@Timeout(30)
class AriLinkTest {

    private static final ObjectKey ALICE = new ObjectKey("auth", "alice");

    private interface Answer {
        void to(HttpExchange exchange) throws Exception;
    }

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Answer answer = exchange -> send(exchange, 200, "[]");
    private HttpServer server;
    private AriLink link;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            try {
                answer.to(exchange);
            } catch (Exception e) {
                exchange.close();
            }
        });
        server.start();
        link = link(Duration.ofSeconds(10));
    }

    private AriLink link(Duration timeout) {
        return new AriLink(new AriSettings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/prefix"),
                "host",
                Secret.of("canary"),
                timeout,
                timeout,
                null,
                1,
                Duration.ofSeconds(1),
                1,
                Duration.ofSeconds(1)));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/../b", "..", "a b;c%ä?x=y#z", "a+b&c"})
    void aNameStaysOnePartOfTheAddress(String name) throws AriException {
        link.get(new ObjectKey("auth", name));

        assertThat(asked).singleElement().satisfies(line -> {
            assertThat(line).startsWith("GET /prefix/ari/asterisk/config/dynamic/res_pjsip/auth/");
            String last = line.substring(line.lastIndexOf('/') + 1);
            assertThat(last).doesNotContain(".").matches("[A-Za-z0-9%_-]+");
            assertThat(URI.create("x:/" + last).getPath()).isEqualTo("/" + name);
        });
    }

    @Test
    void onlyTheOptionsAreSentAsTheyAre() throws AriException {
        link.put(ALICE, List.of(new Option("type", "auth"), new Option("password", "a\";b\\^\u00e4")));

        assertThat(bodies)
                .containsExactly("{\"fields\":[{\"attribute\":\"password\",\"value\":\"a\\\";b\\\\^\u00e4\"}]}");
    }

    @Test
    void whatIsNoAnswerOfAsteriskIsNone() throws AriException {
        answer = exchange -> send(exchange, 200, "<html>");
        assertThat(link.get(ALICE).attributes()).isEmpty();
        assertThat(link.version()).isEmpty();
        answer = exchange -> send(exchange, 200, "[1,{\"attribute\":7},null,\"x\"]");
        assertThat(link.get(ALICE).attribute("password")).isEmpty();
        answer = exchange -> send(exchange, 404, "{\"message\":\"not found\"}");
        assertThat(link.get(ALICE).isMissing()).isTrue();
        answer = exchange -> send(exchange, 404, "<html>");
        assertThatThrownBy(() -> link.get(ALICE)).hasMessageContaining("no ARI there");
        answer = exchange -> send(exchange, 500, "{\"error\":\"Allocation failed\"}");
        assertThat(link.get(ALICE)).hasToString("500 Allocation failed");
        answer = exchange -> send(exchange, 200, "[{\"attribute\":\"password\",\"value\":\"canary\"}]");
        assertThat(link.get(ALICE)).hasToString("200 [password]");
    }

    @Test
    void aConnectionThatBreaksIsTriedOnceMore() throws AriException {
        answer = exchange -> {
            if (asked.size() == 1) {
                throw new IOException("gone");
            }
            send(exchange, 200, "[]");
        };
        assertThat(link.get(ALICE).isGood()).isTrue();
        assertThat(asked).hasSize(2);

        answer = exchange -> {
            throw new IOException("gone");
        };
        assertThatThrownBy(() -> link.get(ALICE))
                .hasMessageContaining("the connection failed")
                .hasMessageNotContaining("canary");
        assertThat(asked).hasSizeBetween(4, 6); // Java itself asks again as well, if it is a GET
    }

    @Test
    void anAnswerThatDoesNotEndIsGivenUp() {
        CountDownLatch over = new CountDownLatch(1);
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            over.await();
        };
        try {
            assertThatThrownBy(() -> link(Duration.ofMillis(300)).get(ALICE)).hasMessageContaining("no answer in time");
        } finally {
            over.countDown();
        }
    }

    @Test
    void anInterruptStays() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> link.get(ALICE)).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://127.0.0.1",
                "http:///x",
                "http://a:b@127.0.0.1",
                "http://127.0.0.1?x=y",
                "http://127.0.0.1#x",
                "127.0.0.1:8088"
            })
    void anAddressThatIsNone(String base) {
        assertThatThrownBy(() -> AriOverlay.builder(URI.create(base), "host", Secret.of("canary"), Reloader.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "a\r\nX: y"})
    void aUserThatIsNone(String user) {
        assertThatThrownBy(() ->
                        AriOverlay.builder(URI.create("http://127.0.0.1"), user, Secret.of("canary"), Reloader.none()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
