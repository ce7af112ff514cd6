package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.apply.Drift;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.OptionOverride;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.LogMark;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two Asterisks read rows in MariaDB, through ODBC, and Sipwright brings them there; and what they do without the database. */
@Timeout(180)
class MariaDbOnAsteriskTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String FIRST = "Vq7-wT2_mXc9Rk";
    private static final String SECOND = "Hz4;kP8^sLb3Nd";

    private static void runs(Provisioned<?> change) {
        assertThat(change.awaitApplied(LONG)).matches(applied -> applied.isVerified(), "seen running");
    }

    @AsteriskTest
    void a_change_counts_on_all_nodes_at_once(AsteriskInstallation installation, @TempDir Path directory) {
        MariaDbNodes nodes = MariaDbNodes.with(installation, directory);
        RealtimeSchema.of(nodes.database().dataSource()).run();
        AsteriskVersion version =
                AsteriskVersion.parse(Integer.toString(installation.major())).orElseThrow();
        try (AsteriskServer one = nodes.start();
                AsteriskServer two = nodes.start();
                OpenRegistrar carrier = new OpenRegistrar();
                Deployment deployment =
                        Deployment.inOneDatabase(nodes.database(), version, Map.of("one", one, "two", two))) {
            assertThat(one.complaints()).isEmpty();
            Sipwright sipwright = deployment.sipwright;
            runs(sipwright.users().create(user("warm_up"))); // from now on, what the rows hold is known

            Provisioned<?> created = sipwright.users().create(user("alice"));
            assertThat(Phones.register(one, "alice", FIRST)).isEqualTo(200); // nothing was waited for
            assertThat(Phones.register(two, "alice", FIRST)).isEqualTo(200);
            runs(created);
            Provisioned<?> changed = sipwright
                    .users()
                    .update("alice", SipUserPatch.builder().secret(SECOND).build());
            for (AsteriskServer node : List.of(one, two)) {
                assertThat(Phones.register(node, "alice", FIRST)).isEqualTo(401);
                assertThat(Phones.register(node, "alice", SECOND)).isEqualTo(200);
            }
            runs(changed);
            Provisioned<?> deleted = sipwright.users().delete("alice");
            for (AsteriskServer node : List.of(one, two)) {
                assertThat(Phones.register(node, "alice", SECOND)).isNotEqualTo(200);
            }
            runs(deleted);

            runs(sipwright.trunks().create(trunk(carrier.port())));
            assertThat(carrier.hears(OpenRegistrar.LATEST)).isEqualTo("registered");
            assertThat(carrier.hears(OpenRegistrar.LATEST)).isEqualTo("registered");
            runs(sipwright
                    .trunks()
                    .update("carrier", TrunkPatch.builder().active(false).build()));
            assertThat(carrier.hears(OpenRegistrar.LATEST)).isEqualTo("unregistered");
            assertThat(carrier.hears(OpenRegistrar.LATEST)).isEqualTo("unregistered");
            assertThat(sipwright.drift()).allMatch(Drift::isNone);
        }
    }

    @AsteriskTest
    void the_database_goes_and_comes_back(AsteriskInstallation installation, @TempDir Path directory) {
        MariaDbNodes nodes = MariaDbNodes.with(installation, directory);
        TestDatabase database = nodes.database();
        RealtimeSchema.of(database.dataSource()).run();
        database.run("INSERT INTO ps_aors (id, max_contacts) VALUES ('row', 7)");
        database.run("INSERT INTO ps_aors (id, max_contacts, mailboxes) VALUES ('empty', NULL, '')");
        try (AsteriskServer asterisk = nodes.builder(MariaDbNodes.DRIVER_NAME)
                        .file("pjsip_users.conf", "[file]\ntype=aor\nmax_contacts=3\n")
                        .start();
                AmiProbe ami = asterisk.ami()) {
            assertThat(asterisk.complaints()).isEmpty();
            assertThat(ami.sorcery("aor", "row", "max_contacts")).isEqualTo("7");
            assertThat(ami.sorcery("aor", "file", "max_contacts")).isEqualTo("3");
            // As by default.
            assertThat(ami.sorcery("aor", "empty", "max_contacts")).isEqualTo("0");
            assertThat(ami.sorcery("aor", "empty", "mailboxes")).isEmpty();

            // Connections are cut, as by a firewall or a restart of the server.
            cut(database);
            assertThat(ami.sorcery("aor", "row", "max_contacts")).isEqualTo("7");

            // The database refuses everyone for a while, which Asterisk has noticed.
            database.update("ALTER USER " + nodes.account() + " ACCOUNT LOCK");
            cut(database);
            LogMark mark = asterisk.mark();
            assertThat(Waiting.until(Duration.ofSeconds(10), () -> {
                        assertThat(ami.sorcery("aor", "row", "max_contacts")).isEmpty();
                        return asterisk.complaintsSince(mark).stream().anyMatch(line -> line.contains("SQLConnect"));
                    }))
                    .as("refused")
                    .isTrue();
            assertThat(ami.sorcery("aor", "file", "max_contacts")).isEqualTo("3");
            database.update("ALTER USER " + nodes.account() + " ACCOUNT UNLOCK");
            assertThat(Waiting.until(
                            Duration.ofSeconds(10),
                            () -> ami.sorcery("aor", "row", "max_contacts").equals("7")))
                    .as("rows are read again")
                    .isTrue();
        }
    }

    /** Ends all connections of Asterisk, and waits until they are gone: the server answers before that. */
    private static void cut(TestDatabase database) {
        List<String> connections = connections(database);
        assertThat(connections).isNotEmpty();
        connections.forEach(id -> database.update("KILL " + id));
        assertThat(Waiting.until(
                        Duration.ofSeconds(10), () -> Collections.disjoint(connections(database), connections)))
                .isTrue();
    }

    private static List<String> connections(TestDatabase database) {
        return database.column(
                "SELECT id FROM information_schema.processlist WHERE user <> 'root' AND db = ?", database.name());
    }

    private static SipUserSpec user(String name) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .secret(FIRST)
                .build();
    }

    private static TrunkSpec trunk(int port) {
        return TrunkSpec.builder("carrier", "custom_credential")
                .server("127.0.0.1")
                .port(port)
                .username("account1")
                .password(FIRST)
                .override(OptionOverride.set("registration", "max_random_initial_delay", "0"))
                .build();
    }
}
