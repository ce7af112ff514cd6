package io.sipwright.realtime;

import static io.sipwright.realtime.OpenRegistrar.LATEST;
import static io.sipwright.realtime.OpenRegistrar.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/**
 * When a row of {@code ps_registrations} takes effect: when Asterisk looks at it. To read its stamp is enough, and restarts
 * no other registration; a row that is gone needs the reload of the module.
 */
@Timeout(120)
class RegistrationMeasurementTest {

    @AsteriskTest
    void rows_of_registrations(AsteriskInstallation installation) {
        TestDatabase database = PostgreSqlServer.newDatabase();
        RealtimeSchema.of(database.dataSource()).run();
        try (AsteriskServer asterisk = Nodes.start(installation, database);
                AmiProbe ami = asterisk.ami();
                OpenRegistrar first = new OpenRegistrar();
                OpenRegistrar second = new OpenRegistrar();
                OpenRegistrar third = new OpenRegistrar();
                OpenRegistrar other = new OpenRegistrar()) {
            insert(database, "other", other);
            assertThat(ami.sorcery("registration", "other", "@rev")).isEqualTo("1");
            assertThat(other.hears(LATEST)).isEqualTo("registered");

            insert(database, "r", first);
            assertThat(first.hears(SOON)).isEqualTo("nothing");
            assertThat(ami.sorcery("registration", "r", "@rev")).isEqualTo("1");
            assertThat(first.hears(LATEST)).isEqualTo("registered");

            database.update("UPDATE ps_registrations SET \"@rev\" = '2', server_uri = ? WHERE id = 'r'", uri(second));
            assertThat(second.hears(SOON)).isEqualTo("nothing");
            assertThat(ami.sorcery("registration", "r", "@rev")).isEqualTo("2");
            assertThat(second.hears(LATEST)).isEqualTo("registered");
            assertThat(first.hears(LATEST)).isEqualTo("unregistered");

            database.update("DELETE FROM ps_registrations WHERE id = 'r'");
            assertThat(ami.sorcery("registration", "r", "@rev")).isEmpty();
            assertThat(second.hears(SOON)).isEqualTo("nothing");
            assertThat(ami.send("Reload", Map.of("Module", "res_pjsip_outbound_registration.so"))
                            .isSuccess())
                    .isTrue();
            assertThat(second.hears(LATEST)).isEqualTo("unregistered");

            insert(database, "r", third);
            assertThat(ami.send("Reload", Map.of("Module", "res_pjsip_outbound_registration.so"))
                            .isSuccess())
                    .isTrue();
            assertThat(third.hears(LATEST)).isEqualTo("registered");
            assertThat(other.hears(100)).isEqualTo("nothing"); // nobody has troubled it
        }
    }

    private static void insert(TestDatabase database, String id, OpenRegistrar carrier) {
        database.update(
                "INSERT INTO ps_registrations (id, server_uri, client_uri, max_random_initial_delay, \"@rev\")"
                        + " VALUES (?, ?, 'sip:u@127.0.0.1', 0, '1')",
                id,
                uri(carrier));
    }

    private static String uri(OpenRegistrar carrier) {
        return "sip:127.0.0.1:" + carrier.port();
    }
}
