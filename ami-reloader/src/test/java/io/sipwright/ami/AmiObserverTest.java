package io.sipwright.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.Observation;
import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.reload.ObserverException;
import io.sipwright.reload.TrunkRegistration;
import io.sipwright.reload.TrunkRegistration.State;
import io.sipwright.reload.UserContact;
import io.sipwright.reload.UserContact.Status;
import io.sipwright.secret.Secret;
import io.sipwright.target.ConfigFiles;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.SipPhone;
import io.sipwright.trunk.TrunkSpec;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;

/** What a real Asterisk is seen to do. */
@Timeout(120)
class AmiObserverTest {
    private static final String RIGHT = "right-Secret-4711";
    private static final String SECRET = "watcher-Secret-4711";
    private static final String ACCOUNT = "[watcher]\nsecret = " + SECRET + "\nread = system\nwrite = system\n";
    /** A user whose phones are asked often, and may go soon. */
    private static final String QUICK = """
            [global]
            type = global
            contact_expiration_check_interval = 1
            [quick]
            type = aor
            max_contacts = 3
            qualify_frequency = 1
            qualify_timeout = 0.5
            minimum_expiration = 1
            [quick]
            type = auth
            auth_type = userpass
            username = quick
            password = right-Secret-4711
            [quick]
            type = endpoint
            aors = quick
            auth = quick
            allow = ulaw
            """;

    /** Waits ten seconds for an answer, not the usual 32: long enough to be seen waiting. */
    private static final String IMPATIENT = "[system]\ntype = system\ntimer_t1 = 150\ntimer_b = 10000\n";

    @AsteriskTest
    void registrations(AsteriskInstallation installation) throws Exception {
        try (AsteriskServer asterisk = AsteriskServer.builder(installation)
                        .file("pjsip_more.conf", IMPATIENT)
                        .start();
                Registrar carrier = new Registrar(RIGHT);
                DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                Deployment deployment = Deployment.of(asterisk);
                AmiObserver observer = deployment.reloader.observer()) {
            assertThat(observer.registrations()).isEmpty();
            Witness witness = new Witness();
            observer.listen(witness);
            assertThat(witness.await(0, "connected")).isTrue();

            deployment
                    .promptTrunk("good", carrier.port(), RIGHT)
                    .promptTrunk("bad", carrier.port(), "wrong-Secret-4711");
            deployment.promptTrunk("silent", silent.getLocalPort(), RIGHT);
            deployment.apply();
            assertThat(witness.await(0, "good REGISTERED")).isTrue();
            assertThat(witness.await(0, "bad REJECTED")).isTrue();

            Map<String, TrunkRegistration> all =
                    observer.registrations().stream().collect(Collectors.toMap(TrunkRegistration::name, one -> one));
            assertThat(all).hasSize(3);
            assertThat(all.get("good").state()).isEqualTo(State.REGISTERED);
            assertThat(all.get("good").serverUri()).contains("127.0.0.1:" + carrier.port());
            assertThat(all.get("bad").state()).isEqualTo(State.REJECTED);
            assertThat(all.get("bad").reason()).contains("password", "log");
            assertThat(all.get("silent").state()).isEqualTo(State.UNREGISTERED);
            assertThat(all.get("silent").reason()).contains("not answered yet");
            assertThat(all.toString()).doesNotContain(RIGHT, "wrong-Secret-4711");

            deployment.trunks.remove("good");
            deployment.apply();
            assertThat(witness.await(0, "good REMOVED")).isTrue();
            assertThat(Witness.until(Duration.ofSeconds(45), witness.told, told -> told.contains("silent REJECTED")))
                    .as("the time for an answer is over")
                    .isTrue();
        }
    }

    @AsteriskTest
    void contacts(AsteriskInstallation installation) {
        try (AsteriskServer asterisk = server(installation);
                AmiObserver observer = new AmiObserver(settings(asterisk.amiPort()), Duration.ofMillis(50))) {
            assertThat(observer.contacts()).isEmpty();
            Witness witness = new Witness();
            observer.listen(witness);
            assertThat(witness.await(0, "connected")).isTrue();
            try (SipPhone phone = phone(asterisk, "quick");
                    SipPhone other = phone(asterisk, "quick")) {
                assertThat(phone.register(Duration.ofMinutes(1)).isRegistered()).isTrue();
                assertThat(witness.await(0, "quick UNQUALIFIED")).isTrue();
                assertThat(witness.await(0, "quick UNREACHABLE"))
                        .as("it answers no OPTIONS")
                        .isTrue();
                UserContact contact = observer.contacts("quick").get(0);
                assertThat(contact.status()).isEqualTo(Status.UNREACHABLE);
                assertThat(contact.uri()).isEqualTo(phone.contactUri());
                assertThat(contact.roundTrip()).isNull();
                assertThat(contact.expires())
                        .isBetween(Instant.now(), Instant.now().plusSeconds(61));
                assertThat(observer.contacts("nobody")).isEmpty();

                int before = witness.told.size();
                assertThat(phone.unregister().isRegistered()).isFalse();
                assertThat(witness.await(before, "quick REMOVED")).isTrue();
                assertThat(observer.contacts("quick")).isEmpty();

                int later = witness.told.size();
                other.register(Duration.ofSeconds(1));
                assertThat(witness.await(later, "quick UNQUALIFIED")).isTrue();
                assertThat(witness.await(later, "quick REMOVED"))
                        .as("its time is over")
                        .isTrue();
            }
        }
    }

    @AsteriskTest
    void anAsteriskThatIsStartedAnew(AsteriskInstallation installation) throws Exception {
        OwnThreads threads = new OwnThreads();
        AsteriskServer first = server(installation);
        try (Relay relay = new Relay(first.amiPort());
                AmiObserver observer = new AmiObserver(settings(relay.port()), Duration.ofMillis(50))) {
            Witness witness = new Witness();
            threads.run(() -> observer.listen(witness));
            assertThat(watching(threads)).hasSize(1);
            try (first;
                    SipPhone phone = phone(first, "quick")) {
                phone.register();
                assertThat(witness.await(0, "quick UNREACHABLE")).isTrue();
            }
            assertThat(witness.await(0, "disconnected")).isTrue();
            assertThatThrownBy(observer::contacts).isInstanceOf(ObserverException.class);
            int before = witness.told.size();
            try (AsteriskServer second = server(installation);
                    SipPhone phone = phone(second, "quick")) {
                relay.target = second.amiPort();
                assertThat(witness.await(before, "connected")).isTrue();
                assertThat(witness.told.subList(before, witness.told.size()))
                        .as("what has gone meanwhile")
                        .containsSubsequence("quick REMOVED", "connected");
                phone.register();
                assertThat(witness.await(before, "quick UNREACHABLE")).isTrue();
                assertThat(observer.contacts("quick")).hasSize(1);
            }
        }
        assertThat(Witness.until(
                        Duration.ofSeconds(5), "", any -> watching(threads).isEmpty()))
                .isTrue();
    }

    @AsteriskTest
    void anAccountThatMayNot(AsteriskInstallation installation) {
        try (AsteriskServer asterisk = AsteriskServer.builder(installation)
                        .file("manager_users.conf", ACCOUNT.replace("write = system", "write = config"))
                        .start();
                AmiObserver observer = new AmiObserver(settings(asterisk.amiPort()), Duration.ofMillis(50))) {
            assertThatThrownBy(observer::registrations)
                    .isInstanceOf(ObserverException.class)
                    .hasMessageContaining("write=system");
            assertThatThrownBy(() -> observer.contacts("alice")).hasMessageContaining("write=system");
        }
    }

    @AsteriskTest
    void theFacadeKnowsTheRegistrationsOfATrunk(AsteriskServer asterisk) throws Exception {
        asterisk.write(
                "pjsip_more.conf",
                "[carrier-9]\ntype = registration\nserver_uri = sip:127.0.0.1:9\n" + "client_uri = sip:x@127.0.0.1\n");
        try (Registrar carrier = new Registrar(RIGHT);
                AmiReloader reloader = Deployment.reloader(asterisk).build();
                AmiObserver observer = reloader.observer();
                Sipwright sipwright = Sipwright.builder()
                        .target(ConfigFiles.in(asterisk.configDirectory()))
                        .asteriskVersion(AsteriskVersion.parse(Integer.toString(asterisk.major()))
                                .orElseThrow())
                        .reloader(reloader)
                        .observer(observer)
                        .applying(Applying.BEFORE_RETURN)
                        .build()) {
            sipwright
                    .trunks()
                    .create(TrunkSpec.builder("carrier", "custom_credential")
                            .server("127.0.0.1")
                            .port(carrier.port())
                            .username("account")
                            .password(RIGHT)
                            .override(Deployment.PROMPT)
                            .build());
            assertThat(Witness.until(Duration.ofSeconds(15), sipwright, AmiObserverTest::isRegistered))
                    .isTrue();
            assertThat(sipwright.registrations().get(0).get())
                    .extracting(TrunkRegistration::name)
                    .containsExactly("carrier", "carrier-9");
            assertThat(sipwright.registrations("carrier").get(0).get()).hasSize(1);
            assertThat(sipwright.contacts("alice").get(0).get()).isEmpty();
            asterisk.stop();
            Observation<UserContact> unknown = sipwright.contacts("alice").get(0);
            assertThat(unknown.isKnown()).isFalse();
            assertThat(unknown.trouble()).contains("not reached");
            assertThatThrownBy(unknown::get).isInstanceOf(ObserverException.class);
        }
    }

    private static boolean isRegistered(Sipwright sipwright) {
        List<TrunkRegistration> all = sipwright.registrations("carrier").get(0).get();
        return all.size() == 1 && all.get(0).state() == State.REGISTERED;
    }

    private static List<String> watching(OwnThreads threads) {
        return threads.names().stream()
                .filter(name -> name.equals("sipwright-observer"))
                .toList();
    }

    private static AsteriskServer server(AsteriskInstallation installation) {
        return AsteriskServer.builder(installation)
                .file("manager_users.conf", ACCOUNT)
                .file("pjsip_more.conf", QUICK)
                .start();
    }

    private static AmiSettings settings(int port) {
        return AmiReloader.builder("127.0.0.1", port, "watcher", Secret.of(SECRET))
                .build()
                .settings();
    }

    private static SipPhone phone(AsteriskServer asterisk, String user) {
        return SipPhone.builder()
                .server(asterisk.host(), asterisk.sipPort())
                .user(user)
                .password(RIGHT)
                .build();
    }
}
