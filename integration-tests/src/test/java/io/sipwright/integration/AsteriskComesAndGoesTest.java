package io.sipwright.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Provisioned;
import io.sipwright.apply.Applied;
import io.sipwright.apply.ApplySettings;
import io.sipwright.apply.Condition;
import io.sipwright.render.Renderer;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.user.SipUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Timeout;

/** Whatever happens to Asterisk and to the files, what is stored runs again by itself. */
@Timeout(90)
class AsteriskComesAndGoesTest {

    /** Asterisk starts within a second or two, and the longest pause between two tries is one. */
    private static final Duration BY_ITSELF = Duration.ofSeconds(10);

    @AsteriskTest
    void changesWaitForAnAsteriskThatWasKilled(AsteriskServer asterisk) throws Exception {
        changesWait(asterisk, "KILL", List.of("NotConnected", "Closed"));
    }

    @AsteriskTest
    void changesWaitForAnAsteriskThatWasStopped(AsteriskServer asterisk) throws Exception {
        changesWait(asterisk, "TERM", List.of("NotConnected", "Closed"));
    }

    @AsteriskTest
    void changesWaitForAnAsteriskThatStandsStill(AsteriskServer asterisk) throws Exception {
        changesWait(asterisk, "STOP", List.of("Silent"));
    }

    private static void changesWait(AsteriskServer asterisk, String signal, List<String> reasons) throws Exception {
        try (AsteriskProcess process = new AsteriskProcess(asterisk);
                Host host = Host.of(asterisk)) {
            verified(host.sipwright.users().create(Host.user("alice")));
            process.signal(signal);
            if (!signal.equals("STOP")) {
                process.awaitEnd();
            }

            Provisioned<SipUser> bob = host.sipwright.users().create(Host.user("bob"));
            Applied waiting = bob.awaitApplied(Duration.ofMillis(700));
            assertThat(waiting.isVerified()).isFalse();
            assertThat(Waiting.until(
                            BY_ITSELF,
                            () -> reasons.contains(
                                    host.condition(Condition.Type.VERIFIED).reason())))
                    .as(() -> "it is known why: " + host.status())
                    .isTrue();
            Condition condition = host.condition(Condition.Type.VERIFIED);
            assertThat(condition.status()).as("%s", condition).isEqualTo(Condition.Status.UNKNOWN);
            assertThat(host.status().writtenGeneration()).isEqualTo(bob.generation());
            assertThat(Files.readString(users(asterisk))).contains("[bob]");

            if (signal.equals("STOP")) {
                process.signal("CONT");
            } else {
                process.start();
            }
            long begin = System.nanoTime();
            Applied applied = bob.awaitApplied(BY_ITSELF);
            assertThat(applied.isVerified())
                    .as("%s%n%s%n%s", applied.summary(), host.status(), process.log())
                    .isTrue();
            System.out.printf(
                    "%d | SIG%s | while away: %s | verified %d ms after the start%n",
                    asterisk.major(), signal, condition, (System.nanoTime() - begin) / 1_000_000);
            assertThat(host.register("bob", Host.SECRET)).isEqualTo(200);
            assertThat(host.register("alice", Host.SECRET)).isEqualTo(200);
        }
    }

    @AsteriskTest
    void anAsteriskThatStartsWithOlderFilesGetsTheNewestByItself(AsteriskServer asterisk) throws Exception {
        try (AsteriskProcess process = new AsteriskProcess(asterisk);
                Host host = reconcilingEachSecond(asterisk, Databases.h2())) {
            verified(host.sipwright.users().create(Host.user("alice")));
            Path old = Files.copy(users(asterisk), users(asterisk).resolveSibling("older"));
            verified(host.sipwright.users().create(Host.user("bob")));
            process.signal("KILL");
            process.awaitEnd();
            Files.copy(old, users(asterisk), StandardCopyOption.REPLACE_EXISTING);
            process.start();

            assertThat(Waiting.until(BY_ITSELF, () -> answers(host, "bob") == 200))
                    .as(process.log())
                    .isTrue();
            assertThat(host.sipwright.reconcile().isVerified()).isTrue();
        }
    }

    @AsteriskTest
    void aHostThatStartsLaterThanAsteriskBringsWhatWasChangedMeanwhile(AsteriskServer asterisk) throws Exception {
        ProvisioningStore store = Databases.h2();
        try (AsteriskProcess process = new AsteriskProcess(asterisk)) {
            Provisioned<SipUser> bob;
            Path old;
            try (Host host = reconcilingEachSecond(asterisk, store)) {
                verified(host.sipwright.users().create(Host.user("alice")));
                old = Files.copy(users(asterisk), users(asterisk).resolveSibling("older"));
                process.signal("KILL");
                process.awaitEnd();
                bob = host.sipwright.users().create(Host.user("bob"));
                assertThat(bob.awaitApplied(Duration.ofMillis(700)).isVerified())
                        .isFalse();
            }
            Files.copy(old, users(asterisk), StandardCopyOption.REPLACE_EXISTING);
            process.start();
            try (Host host = reconcilingEachSecond(asterisk, store)) {
                assertThat(Waiting.until(BY_ITSELF, () -> host.status().verifiedGeneration() == bob.generation()))
                        .as(process.log())
                        .isTrue();
                assertThat(host.register("bob", Host.SECRET)).isEqualTo(200);
            }
        }
    }

    @AsteriskTest
    void aReloadByHandIsNoticedAndDoesNoHarm(AsteriskServer asterisk) throws Exception {
        try (Host host = Host.of(asterisk)) {
            verified(host.sipwright.users().create(Host.user("alice")));
            int writes = host.rounds.writes.get();
            for (String command : List.of("module reload res_pjsip.so", "core reload")) {
                int looks = host.rounds.outcomes.size();
                Thread.sleep(1100); // Asterisk tells the time of its last reload in whole seconds
                asterisk.cli(command);
                assertThat(host.sipwright.reconcile().isVerified()).as(command).isTrue();
                System.out.printf(
                        "%d | %s by hand: looked at %d times, written %d times%n",
                        asterisk.major(),
                        command,
                        host.rounds.outcomes.size() - looks,
                        host.rounds.writes.get() - writes);
                assertThat(host.rounds.outcomes).as(command).hasSizeGreaterThan(looks);
            }
            assertThat(host.rounds.writes).hasValue(writes);
            verified(host.sipwright.users().create(Host.user("bob")));
            assertThat(host.register("alice", Host.SECRET)).isEqualTo(200);
        }
    }

    @AsteriskTest
    void filesThatSomeoneRemovesComeBack(AsteriskServer asterisk) throws Exception {
        try (Host host = reconcilingEachSecond(asterisk, Databases.h2())) {
            verified(host.sipwright.users().create(Host.user("alice")));
            verified(host.sipwright.trunks().create(Host.inbound("carrier", "192.0.2.1")));
            // With #include in pjsip.conf a missing file is an error that keeps the old; an empty one is not.
            asterisk.write(
                    "pjsip.conf",
                    Files.readString(asterisk.configDirectory().resolve("pjsip.conf"))
                            .replace("#include", "#tryinclude"));
            for (Path file : List.of(users(asterisk), trunks(asterisk))) {
                Files.delete(file);
            }
            asterisk.reload();
            assertThat(Waiting.until(BY_ITSELF, () -> answers(host, "alice") == 200))
                    .isTrue();
            assertThat(Waiting.until(BY_ITSELF, () -> Files.exists(trunks(asterisk))))
                    .isTrue();
            assertThat(host.sipwright.reconcile().isVerified()).isTrue();
            try (AmiProbe ami = asterisk.ami()) {
                assertThat(ami.list("PJSIPShowEndpoints", Map.of()).stream()
                                .flatMap(event -> event.first("ObjectName").stream()))
                        .containsExactlyInAnyOrder("alice", "carrier-endpoint");
            }
        }
    }

    private static Host reconcilingEachSecond(AsteriskServer asterisk, ProvisioningStore store) {
        ApplySettings settings = Host.settings().withReconcileInterval(Duration.ofSeconds(1));
        return new Host(asterisk, store, settings, UnaryOperator.identity());
    }

    private static int answers(Host host, String user) {
        try {
            return host.register(user, Host.SECRET);
        } catch (RuntimeException e) {
            return -1; // no one there yet
        }
    }

    private static void verified(Provisioned<?> change) {
        Applied applied = change.awaitApplied(Host.LIMIT);
        assertThat(applied.isVerified()).as(applied.summary()).isTrue();
    }

    private static Path users(AsteriskServer asterisk) {
        return asterisk.configDirectory().resolve(Renderer.USERS_FILE);
    }

    private static Path trunks(AsteriskServer asterisk) {
        return asterisk.configDirectory().resolve(Renderer.TRUNKS_FILE);
    }
}
