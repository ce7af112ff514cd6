package io.sipwright.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.reload.ObserverException;
import io.sipwright.reload.StatusListener;
import io.sipwright.reload.UserContact;
import io.sipwright.testkit.ami.FakeAmiServer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lines that are cut, floods, and listeners that fail. */
@Timeout(60)
class ObserverFaultTest {
    private static final Duration SOON = Duration.ofMillis(20);

    @Test
    void aCutLineIsMadeAnewAndNothingIsMissed() {
        try (FakeAmiServer server = FakeDeployment.start();
                AmiObserver observer = observer(server)) {
            server.pjsip().put("aor", "alice", Map.of()).put("registration", "carrier", Map.of());
            Witness witness = new Witness();
            observer.listen(witness);
            assertThat(witness.await(0, "connected")).isTrue();
            assertThat(witness.told)
                    .contains("carrier " + observer.registrations().get(0).state());

            int connected = witness.told.size();
            server.refuse();
            server.drop();
            assertThat(witness.await(connected, "disconnected")).isTrue();
            assertThat(witness.lastReason).isNotEmpty().doesNotContain(FakeDeployment.AMI_SECRET);
            assertThatThrownBy(observer::contacts).isInstanceOf(ObserverException.class);
            server.pjsip().contact("alice", "sip:alice@192.0.2.1").state("carrier", "Registered");
            int before = witness.told.size();
            server.accept();
            assertThat(witness.await(before, "connected")).isTrue();
            assertThat(witness.told.subList(before, witness.told.size()))
                    .hasSize(3)
                    .contains("carrier REGISTERED")
                    .anyMatch(told -> told.startsWith("alice "));
        }
    }

    @Test
    void anAnswerThatIsCutOrMissingIsNoEmptyList() {
        try (FakeAmiServer server = FakeDeployment.start();
                AmiObserver observer = observer(server)) {
            server.pjsip().put("aor", "alice", Map.of()).contact("alice", "sip:alice@192.0.2.1");
            server.on("PJSIPShowContacts").times(1).closeAfterBytes(150);
            assertThatThrownBy(observer::contacts).isInstanceOf(ObserverException.class);
            server.on("PJSIPShowContacts").times(1).silence();
            assertThatThrownBy(observer::contacts).hasMessageContaining("no answer");
            server.on("PJSIPShowContacts").times(1).permissionDenied();
            assertThatThrownBy(observer::contacts).hasMessageContaining("write=system");
            assertThat(observer.contacts()).hasSize(1);
        }
    }

    @Test
    void aFloodEndsWithThePresentStates() throws Exception {
        try (FakeAmiServer server = FakeDeployment.start();
                AmiObserver observer = observer(server)) {
            CountDownLatch go = new CountDownLatch(1);
            Witness witness = new Witness();
            observer.listen(new StatusListener() {
                @Override
                public void contact(UserContact contact) {
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            });
            observer.listen(witness);
            assertThat(witness.await(0, "connected")).isTrue();
            for (int i = 0; i < 2 * EventQueue.CAPACITY; i++) {
                contact(server, "user" + i, "Reachable");
            }
            // Among what is lost.
            server.pjsip().put("aor", "late", Map.of()).contact("late", "sip:late@192.0.2.1");
            contact(server, "late", "NonQualified");
            assertThat(Witness.until(Duration.ofSeconds(10), server, any -> server.openConnections() == 1))
                    .isTrue();
            go.countDown();
            assertThat(Witness.until(
                            Duration.ofSeconds(20),
                            witness.told,
                            told -> told.stream().anyMatch(one -> one.startsWith("late "))))
                    .isTrue();
            assertThat(witness.await(0, "user0 REMOVED"))
                    .as("they are in no list")
                    .isTrue();
        }
    }

    @Test
    void aListenerThatFailsHarmsNoOther() {
        try (FakeAmiServer server = FakeDeployment.start();
                AmiObserver observer = observer(server)) {
            observer.listen(new StatusListener() {
                @Override
                public void contact(UserContact contact) {
                    throw new IllegalStateException("on purpose");
                }

                @Override
                public void connected() {
                    Thread.currentThread().interrupt();
                    throw new AssertionError("on purpose");
                }
            });
            Witness witness = new Witness();
            observer.listen(witness);
            assertThat(witness.await(0, "connected")).isTrue();
            contact(server, "alice", "Reachable");
            assertThat(witness.await(0, "alice REACHABLE")).isTrue();
            contact(server, "alice", "Unreachable");
            assertThat(witness.await(0, "alice UNREACHABLE")).isTrue();
        }
    }

    @Test
    void whatIsClosedTellsNothingAndMayBeginAgain() {
        try (FakeAmiServer server = FakeDeployment.start()) {
            AmiObserver observer = observer(server);
            Witness witness = new Witness();
            observer.listen(witness);
            assertThat(witness.await(0, "connected")).isTrue();
            observer.close();
            assertThat(Witness.until(Duration.ofSeconds(5), server, any -> server.openConnections() == 0))
                    .isTrue();
            int before = witness.told.size();
            contact(server, "alice", "Reachable");
            Witness other = new Witness();
            observer.listen(other);
            assertThat(other.await(0, "connected")).isTrue();
            assertThat(witness.told).hasSize(before);
            observer.close();
            assertThat(observer.toString()).doesNotContain(FakeDeployment.AMI_SECRET);
        }
    }

    private static void contact(FakeAmiServer server, String name, String status) {
        server.event(
                "ContactStatus",
                "URI: sip:" + name + "@192.0.2.1",
                "ContactStatus: " + status,
                "AOR: " + name,
                "EndpointName: " + name,
                "RoundtripUsec: 1500");
    }

    private static AmiObserver observer(FakeAmiServer server) {
        return new AmiObserver(FakeDeployment.reloader(server).build().settings(), SOON);
    }
}
