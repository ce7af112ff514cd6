package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.Sipwright;
import io.sipwright.apply.ApplyListener;
import io.sipwright.apply.NodeStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;

/** It begins when the application is up, and ends with it. */
class LifecycleTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @AfterEach
    void no_thread_is_left() {
        await("no thread of ours", () -> threads().isEmpty());
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("sipwright"))
                .toList();
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static NodeStatus status(Sipwright sipwright) {
        return sipwright.status().get(0);
    }

    @Test
    void the_application_starts_when_asterisk_is_down_and_the_status_tells_it() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        Contexts.embedded(directory)
                .withPropertyValues(
                        "sipwright.ami.username=a", "sipwright.ami.password=b", "sipwright.ami.port=" + closed)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    Sipwright sipwright = context.getBean(Sipwright.class);
                    sipwright.users().create(Contexts.user("john_doe"));
                    await("a round", () -> status(sipwright).writtenGeneration() == 1);
                    assertThat(directory.resolve("pjsip_users.conf")).content().contains("[john_doe]");
                    await("a reload", () -> status(sipwright).summary().contains("refused"));
                    assertThat(status(sipwright).verifiedGeneration()).isEqualTo(-1);
                });
    }

    @Test
    void the_application_starts_when_the_directory_is_missing_and_goes_on_when_it_is_there() {
        Path missing = directory.resolve("missing");
        Contexts.embedded(missing)
                .withPropertyValues("sipwright.apply.first-retry=50ms", "sipwright.apply.last-retry=50ms")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    Sipwright sipwright = context.getBean(Sipwright.class);
                    await("a round", () -> status(sipwright).lastRound() != null);
                    assertThat(status(sipwright).summary()).contains(missing.toString(), "not a directory");
                    sipwright.users().create(Contexts.user("john_doe"));
                    Files.createDirectory(missing);
                    await("the files", () -> status(sipwright).writtenGeneration() == 1);
                });
    }

    @Test
    void without_auto_startup_it_waits_to_be_started() {
        Contexts.embedded(directory)
                .withPropertyValues("sipwright.apply.auto-startup=false")
                .run(context -> {
                    Sipwright sipwright = context.getBean(Sipwright.class);
                    sipwright.users().create(Contexts.user("john_doe"));
                    assertThat(threads()).isEmpty();
                    assertThat(status(sipwright).lastRound()).isNull();
                    assertThat(directory).isEmptyDirectory();
                    sipwright.start();
                    await("the files", () -> status(sipwright).writtenGeneration() == 1);
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class LooksWhileTheContextIsMade {
        static final AtomicReference<List<String>> THREADS = new AtomicReference<>();

        @Bean
        SmartInitializingSingleton looking(Sipwright sipwright) {
            return () -> {
                sipwright.users().create(Contexts.user("john_doe"));
                THREADS.set(threads());
            };
        }
    }

    @Test
    void nothing_is_applied_before_the_application_is_up() {
        Contexts.embedded(directory)
                .withUserConfiguration(LooksWhileTheContextIsMade.class)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(LooksWhileTheContextIsMade.THREADS.get()).isEmpty();
                    Sipwright sipwright = context.getBean(Sipwright.class);
                    await("the files", () -> status(sipwright).writtenGeneration() == 1);
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class FailsAtTheEnd {
        @Bean
        SmartInitializingSingleton failing(Sipwright sipwright) {
            return () -> {
                sipwright.users().create(Contexts.user("john_doe"));
                throw new IllegalStateException("as a host may");
            };
        }
    }

    @Test
    void a_context_that_fails_leaves_no_threads_and_no_files() {
        Contexts.embedded(directory)
                .withPropertyValues("sipwright.ami.username=a", "sipwright.ami.password=b", "sipwright.ami.port=1")
                .withUserConfiguration(FailsAtTheEnd.class)
                .run(context -> assertThat(context).getFailure().hasMessage("as a host may"));
        assertThat(threads()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    /** Says whether the data source was still open when a round ended. */
    static final class Slow implements ApplyListener {

        final CompletableFuture<Void> begun = new CompletableFuture<>();
        final CompletableFuture<Void> mayEnd = new CompletableFuture<>();
        final List<Boolean> openAtTheEnd = new CopyOnWriteArrayList<>();
        volatile HikariDataSource dataSource;

        @Override
        public void roundStarted(String node, long generation) {
            begun.complete(null);
            mayEnd.orTimeout(20, TimeUnit.SECONDS).join();
        }

        @Override
        public void roundEnded(NodeStatus before, NodeStatus after) {
            openAtTheEnd.add(!dataSource.isClosed() && after.writtenGeneration() == 1);
        }
    }

    @Test
    void closing_waits_for_the_round_and_closes_the_data_source_after_it() {
        Slow slow = new Slow();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        AtomicReference<HikariDataSource> dataSource = new AtomicReference<>();
        Contexts.embedded(directory)
                .withBean(ApplyListener.class, () -> slow)
                .withInitializer(
                        context -> context.addApplicationListener((ContextClosedEvent event) -> closed.complete(null)))
                .withPropertyValues("sipwright.apply.auto-startup=false")
                .run(context -> {
                    slow.dataSource = context.getBean(HikariDataSource.class);
                    dataSource.set(slow.dataSource);
                    Sipwright sipwright = context.getBean(Sipwright.class);
                    sipwright.users().create(Contexts.user("john_doe"));
                    sipwright.start();
                    slow.begun.get(20, TimeUnit.SECONDS);
                    CompletableFuture<Void> closing = CompletableFuture.runAsync(
                            () -> context.getSourceApplicationContext().close());
                    closed.get(20, TimeUnit.SECONDS);
                    slow.mayEnd.complete(null);
                    closing.get(20, TimeUnit.SECONDS);
                    assertThat(threads()).doesNotContain("sipwright-default");
                });
        assertThat(slow.openAtTheEnd).containsExactly(true);
        assertThat(dataSource.get().isClosed()).isTrue();
    }

    @Test
    void closing_ends_the_connections_to_asterisk() throws Exception {
        try (ServerSocket asterisk = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> loggedIn = new CompletableFuture<>();
            CompletableFuture<Void> left = CompletableFuture.runAsync(() -> serve(asterisk, loggedIn));
            Contexts.embedded(directory)
                    .withPropertyValues(
                            "sipwright.ami.username=a",
                            "sipwright.ami.password=b",
                            "sipwright.ami.response-timeout=1s",
                            "sipwright.ami.port=" + asterisk.getLocalPort())
                    .run(context -> {
                        assertThat(context).hasNotFailed();
                        loggedIn.get(20, TimeUnit.SECONDS);
                        await(
                                "a round",
                                () -> status(context.getBean(Sipwright.class)).lastRound() != null);
                        assertThat(left).isNotDone();
                    });
            left.get(20, TimeUnit.SECONDS);
        }
    }

    /** One connection of an Asterisk that lets everyone in and does nothing; until the other side ends it. */
    private static void serve(ServerSocket asterisk, CompletableFuture<Void> loggedIn) {
        try (Socket socket = asterisk.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            send(out, "Asterisk Call Manager/9.0.0");
            Map<String, String> action = new HashMap<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isEmpty()) {
                    String[] header = line.split(": ?", 2);
                    action.put(header[0].toLowerCase(Locale.ROOT), header[1]);
                    continue;
                }
                String id = "ActionID: " + action.get("actionid");
                switch (action.get("action").toLowerCase(Locale.ROOT)) {
                    case "challenge" -> send(out, "Response: Success", id, "Challenge: 1", "");
                    case "login" -> {
                        send(out, "Response: Success", id, "Message: Authentication accepted", "");
                        loggedIn.complete(null);
                    }
                    case "ping" -> send(out, "Response: Success", id, "Ping: Pong", "");
                    default -> send(out, "Response: Error", id, "Message: Permission denied", "");
                }
                action.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(OutputStream out, String... lines) throws IOException {
        out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
