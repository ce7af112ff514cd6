package io.sipwright.integration.carrier;

import io.sipwright.integration.carrier.CallTable.What;
import io.sipwright.testkit.AmiMessage;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trunks of carriers of many kinds, made of the shipped templates: who may call in, and what the carriers are sent. SIPp is
 * the judge. Names of hosts are the carriers' own and lead to this machine; networks are mapped to loopback ones.
 */
@Timeout(90)
class CarrierCallsTest {

    private static final CallTable TABLE = new CallTable();

    @TempDir
    Path directory;

    private CarrierWorld world;

    @BeforeEach
    void startsTheWorld(AsteriskInstallation installation) throws IOException, InterruptedException {
        world = CarrierWorld.start(installation, directory);
    }

    @AfterEach
    void endsIt() {
        if (world != null) {
            world.close();
        }
    }

    @AfterAll
    static void prints() {
        System.out.print(TABLE);
    }

    @AsteriskTest
    void onlyTheCarrierCallsIn() throws IOException, InterruptedException {
        List<Probe> probes = new ArrayList<>();
        SoftAssertions softly = new SoftAssertions();
        for (CarrierCase carrier : world.carriers) {
            probes.addAll(Probes.of(world, carrier));
            softly.assertThat(world.listed(carrier))
                    .as("Networks that Asterisk takes for %s", carrier)
                    .isEqualTo(carrier.sources.size());
        }
        ProbeRun run = ProbeRun.of(world.asterisk, probes, directory);
        for (int number = 0; number < probes.size(); number++) {
            Probe probe = probes.get(number);
            int status = run.statuses().getOrDefault(number, 0);
            softly.assertThat(status).as("Answer to %s", probe).isEqualTo(probe.isAllowed() ? 200 : 401);
            softly.assertThat(run.notes().get(number))
                    .as("Seen by the dialplan: %s", probe)
                    .isEqualTo(probe.isAllowed() ? probe.note(run.port()) : "");
            if (status == 200 || status == 401) {
                TABLE.count(probe.carrier(), world.asterisk.major(), status == 200 ? What.IN : What.REFUSED);
            }
        }
        softly.assertAll();
    }

    @AsteriskTest
    void callsBearWhatTheCarrierWants() throws InterruptedException {
        SoftAssertions softly = new SoftAssertions();
        for (CarrierCase carrier : world.carriers) {
            boolean answered = call(carrier);
            softly.assertThat(answered).as("Answered by %s", carrier).isTrue();
            if (answered) {
                List<SipMessage> invites = world.server(carrier).received("INVITE");
                new SentCalls(softly, carrier).check(invites);
                TABLE.count(carrier, world.asterisk.major(), What.OUT);
            }
            if (carrier.demandsCertificate) {
                softly.assertThat(world.server(carrier).certifiedConnections())
                        .as("Connections to %s with the certificate", carrier)
                        .isPositive();
            }
        }
        softly.assertAll();
    }

    @AsteriskTest
    void registrationsBearTheRightUsers() throws InterruptedException {
        SoftAssertions softly = new SoftAssertions();
        for (CarrierCase carrier : world.carriers) {
            CarrierServer server = world.server(carrier);
            if (carrier.registration.isPresent()) {
                CarrierWorld.await(
                        carrier + " registers",
                        () -> server.received("REGISTER").size() >= 2);
                new SentRegistrations(softly, carrier).check(server.received("REGISTER"));
                TABLE.count(carrier, world.asterisk.major(), What.REGISTERED);
            }
        }
        CarrierWorld.await("Asterisk has all registrations", this::allRegistered);
        for (CarrierCase carrier : world.carriers) {
            if (carrier.registration.isEmpty()) {
                softly.assertThat(world.server(carrier).received("REGISTER"))
                        .as("%s knows none", carrier)
                        .isEmpty();
            }
        }
        softly.assertAll();
    }

    private boolean allRegistered() {
        long wanted = world.carriers.stream()
                .filter(carrier -> carrier.registration.isPresent())
                .count();
        try (AmiProbe ami = world.asterisk.ami()) {
            return ami.list("PJSIPShowRegistrationsOutbound", Map.of()).stream()
                            .map(event -> event.first("Status").orElse(""))
                            .filter("Registered"::equals)
                            .count()
                    == wanted;
        }
    }

    /** Succeeds only when the call was answered. */
    private boolean call(CarrierCase carrier) {
        try (AmiProbe ami = world.asterisk.ami()) {
            AmiMessage answer = ami.send(
                    "Originate",
                    Map.of(
                            "Channel",
                            "Local/" + carrier.dials + "@to-carrier/n",
                            "Application",
                            "Wait",
                            "Data",
                            "0",
                            "CallerID",
                            CarrierCase.CALLER,
                            "Variable",
                            "__TRUNK=" + carrier.endpoint(),
                            "Timeout",
                            "8000"));
            return answer.isSuccess();
        }
    }
}
