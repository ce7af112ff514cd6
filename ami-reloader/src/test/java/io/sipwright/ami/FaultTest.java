package io.sipwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.reload.ReloadOutcome;
import io.sipwright.testkit.ami.FakeAmiServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever befalls the manager interface has an outcome, in time, and leaves nothing behind. */
@Timeout(30)
class FaultTest {
    /** The sum of the time-outs that the reloader states, far below which most stay. */
    private static final Duration BOUND = Duration.ofSeconds(9);

    @ParameterizedTest
    @EnumSource(Fault.class)
    void hasItsOutcomeInTimeAndTheNextReloadIsVerified(Fault fault) throws Exception {
        OwnThreads threads = new OwnThreads();
        try (FakeAmiServer server = FakeDeployment.start()) {
            threads.run(() -> isSurvived(fault, server, threads));
            assertThat(clients(threads)).isEmpty();
            // The server notices a moment later that a client has gone, and later still where it was to be slow.
            assertThat(Witness.until(Duration.ofSeconds(2), server, any -> server.openConnections() < 2))
                    .isTrue();
        }
    }

    private static void isSurvived(Fault fault, FakeAmiServer server, OwnThreads threads) {
        try (AmiReloader reloader = reloader(server, fault)) {
            fault.befall(server);
            long start = System.nanoTime();
            ReloadOutcome outcome = reloader.reload(FakeDeployment.request());
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            System.out.println(
                    fault + " | " + Fault.nameOf(outcome) + " | " + took.toMillis() + " ms | " + outcome.summary());

            assertThat(Fault.nameOf(outcome)).matches(fault.outcome);
            assertThat(took).isLessThan(BOUND);
            server.behave();
            server.booted();
            if (fault == Fault.REFUSED_CONNECTION) {
                server.accept();
            }
            assertThat(reloader.reload(FakeDeployment.request()))
                    .as("the next reload")
                    .isEqualTo(new ReloadOutcome.Verified(6));
            assertThat(clients(threads)).as("the connection that is kept").isNotEmpty();
        }
    }

    /** What comes among thousands of events takes a busy machine a while to read. */
    private static AmiReloader reloader(FakeAmiServer server, Fault fault) {
        AmiReloader.Builder builder = FakeDeployment.reloader(server);
        return fault.name().contains("EVENTS")
                ? builder.responseTimeout(Duration.ofSeconds(4))
                        .reloadTimeout(Duration.ofSeconds(8))
                        .build()
                : builder.build();
    }

    @Test
    void aNameWithoutAddressIsNotConnected() {
        AmiReloader reloader = AmiReloader.builder(
                        "x".repeat(64) + ".invalid", 5038, "user", io.sipwright.secret.Secret.of("secret"))
                .build();
        assertThat(Fault.nameOf(reloader.reload(FakeDeployment.request()))).isEqualTo("NOT_CONNECTED");
    }

    @Test
    void aMillionEventsThatNoOneWantsAreRead() {
        try (FakeAmiServer server = FakeDeployment.start();
                AmiReloader reloader = FakeDeployment.reloader(server)
                        .responseTimeout(Duration.ofSeconds(20))
                        .reloadTimeout(Duration.ofSeconds(40))
                        .build()) {
            server.onConnect().flood(1_000_000);
            assertThat(reloader.reload(FakeDeployment.request())).isInstanceOf(ReloadOutcome.Verified.class);
        }
    }

    @Test
    void aConnectionIsKeptAndMadeAnewWhenItWasLost() {
        try (FakeAmiServer server = FakeDeployment.start();
                AmiReloader reloader = FakeDeployment.reloader(server).build()) {
            for (int i = 0; i < 3; i++) {
                assertThat(reloader.reload(FakeDeployment.request())).isInstanceOf(ReloadOutcome.Verified.class);
            }
            assertThat(server.connections()).isEqualTo(1);
            server.drop();
            assertThat(reloader.reload(FakeDeployment.request())).isInstanceOf(ReloadOutcome.Verified.class);
            assertThat(server.connections()).isEqualTo(2);
            server.on("Ping").silence().times(1);
            assertThat(reloader.reload(FakeDeployment.request())).isInstanceOf(ReloadOutcome.Verified.class);
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void aLateAnswerIsNotTakenForThatToTheNextReload() {
        try (FakeAmiServer server = FakeDeployment.start();
                AmiReloader reloader = FakeDeployment.reloader(server).build()) {
            server.on("Reload").delay(Duration.ofSeconds(3)).times(1);
            assertThat(Fault.nameOf(reloader.reload(FakeDeployment.request()))).isEqualTo("SILENT");
            server.on("Reload").error("An unknown error occurred");
            assertThat(Fault.nameOf(reloader.reload(FakeDeployment.request()))).isEqualTo("REFUSED");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void closingEndsACallThatIsUnderWay() throws InterruptedException {
        try (FakeAmiServer server = FakeDeployment.start()) {
            AmiReloader reloader = FakeDeployment.reloader(server).build();
            server.on("Reload").silence();
            List<ReloadOutcome> outcomes = new java.util.concurrent.CopyOnWriteArrayList<>();
            Thread caller = new Thread(() -> outcomes.add(reloader.reload(FakeDeployment.request())));
            caller.start();
            server.await("Reload", 1, Duration.ofSeconds(5));
            reloader.close();
            caller.join(1500);
            assertThat(outcomes).singleElement().isInstanceOf(ReloadOutcome.Unreachable.class);
        }
    }

    @Test
    void anInterruptEndsTheCallAndStays() throws InterruptedException {
        try (FakeAmiServer server = FakeDeployment.start();
                AmiReloader reloader = FakeDeployment.reloader(server).build()) {
            server.on("Reload").silence();
            List<Object> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
            Thread caller = new Thread(() -> {
                seen.add(Fault.nameOf(reloader.reload(FakeDeployment.request())));
                seen.add(Thread.currentThread().isInterrupted());
            });
            caller.start();
            server.await("Reload", 1, Duration.ofSeconds(5));
            caller.interrupt();
            caller.join(1500);
            assertThat(seen).containsExactly("SILENT", true);
            server.behave();
            assertThat(reloader.reload(FakeDeployment.request())).isInstanceOf(ReloadOutcome.Verified.class);
        }
    }

    @Test
    void aStartThatEndsIsWaitedFor() throws InterruptedException {
        try (FakeAmiServer server = FakeDeployment.start();
                AmiReloader reloader = FakeDeployment.reloader(server).build()) {
            server.booting();
            Thread boot = new Thread(() -> {
                server.await("Reload", 1, Duration.ofSeconds(5));
                server.booted();
            });
            boot.start();
            assertThat(reloader.reload(FakeDeployment.request())).isInstanceOf(ReloadOutcome.Verified.class);
            boot.join();
        }
    }

    private static List<String> clients(OwnThreads threads) {
        return threads.names().stream()
                .filter(name -> name.contains("Asterisk-Java") || name.contains("sipwright-ami"))
                .toList();
    }
}
