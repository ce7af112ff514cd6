package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Section;
import io.sipwright.render.Stamps;
import io.sipwright.template.OptionOverride;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.Sipp;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are committed are what Asterisk does, at once. */
@Timeout(120)
class RowsOnAsteriskTest {

    /** What must come through a column as it is. */
    private static final List<String> HOSTILE = List.of(
            "a;b;c;",
            ";",
            "^",
            "^^3B^5E",
            "a^5Eb",
            "^3B",
            "'\"''\"\"",
            "' OR '1'='1",
            "\\",
            "a\\;b\\\\",
            "\\'; DROP TABLE ps_auths; --",
            "%s%n%x %27",
            "[evil](!)",
            "#include /etc/passwd",
            "=>x=y",
            "${EXTEN}$(id)`id`",
            "_%_%",
            "a  b",
            "Grüße 日本 😀",
            ",;|,",
            ";--x--;");

    private static SipUserSpec user(String name, String password) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .displayName("Name of " + name)
                .secret(password)
                .build();
    }

    private static TrunkSpec inbound(String name, String address) {
        return TrunkSpec.builder(name, "custom_ip")
                .server("127.0.0.1")
                .inboundSources(address)
                .build();
    }

    private static TrunkSpec outbound(String name, int port) {
        return TrunkSpec.builder(name, "custom_credential")
                .username("u1")
                .password("pass;word^1")
                .server("127.0.0.1")
                .port(port)
                .override(new OptionOverride("registration", "max_random_initial_delay", List.of("0")))
                .build();
    }

    @AsteriskTest
    void our_own_tables(AsteriskInstallation installation) {
        TestDatabase database = PostgreSqlServer.newDatabase();
        RealtimeSchema.of(database.dataSource()).run();
        lives(installation, database, Nodes.builder(installation, database), true);
    }

    @AsteriskTest(versions = 22)
    void tables_of_asterisks_migrations(AsteriskInstallation installation) {
        TestDatabase database = PostgreSqlServer.newDatabase().runResource("alembic.sql");
        RealtimeSchema.of(database.dataSource()).run();
        lives(installation, database, Nodes.builder(installation, database), false);
        database.run(RealtimeSchema.of(database.dataSource()).stampColumns());
        try (AsteriskServer asterisk = Nodes.start(installation, database);
                AmiProbe ami = asterisk.ami()) {
            ObjectRows alice = new Rendered(AsteriskVersion.V22).user(user("alice", "pass-word-1"));
            new Writer(database).write(100, alice);
            stampsAreThere(ami, alice);
        }
    }

    @AsteriskTest
    void our_own_tables_in_mariadb(AsteriskInstallation installation, @TempDir Path directory) {
        MariaDbNodes nodes = MariaDbNodes.with(installation, directory);
        RealtimeSchema.of(nodes.database().dataSource()).run();
        lives(installation, nodes.database(), nodes.builder(), true);
    }

    private static void lives(
            AsteriskInstallation installation, TestDatabase database, AsteriskServer.Builder node, boolean stamped) {
        AsteriskVersion version = installation.major() == 22 ? AsteriskVersion.V22 : AsteriskVersion.V16;
        Rendered rendered = new Rendered(version);
        Writer writer = new Writer(database, version);
        try (AsteriskServer asterisk = node.start();
                AmiProbe ami = asterisk.ami();
                OpenRegistrar carrier = new OpenRegistrar()) {
            // A user comes, changes and goes.
            assertThat(Sipp.registered().run(asterisk, "alice", "first-password"))
                    .isFalse();
            ObjectRows alice = rendered.user(user("alice", "first-password"));
            writer.write(1, alice);
            assertThat(Sipp.registered().run(asterisk, "alice", "first-password"))
                    .isTrue();
            assertThat(ami.sorcery("endpoint", "alice", "callerid")).contains("Name of alice");
            if (stamped) {
                stampsAreThere(ami, alice);
            }
            writer.write(2, rendered.user(user("alice", "second-password")));
            assertThat(Sipp.refused().run(asterisk, "alice", "first-password")).isTrue();
            assertThat(Sipp.registered().run(asterisk, "alice", "second-password"))
                    .isTrue();
            writer.write(3, Sections.gone("alice"));
            assertThat(Sipp.registered().run(asterisk, "alice", "second-password"))
                    .isFalse();
            assertThat(Phones.register(asterisk, "alice", "second-password")).isNotEqualTo(200);

            // Any password, any name of a caller.
            for (int i = 0; i < HOSTILE.size(); i++) {
                writer.write(4, rendered.user(user("h" + i, HOSTILE.get(i))));
                assertThat(Phones.register(asterisk, "h" + i, HOSTILE.get(i)))
                        .as(HOSTILE.get(i))
                        .isEqualTo(200);
                assertThat(Phones.register(asterisk, "h" + i, HOSTILE.get(i) + "x"))
                        .as(HOSTILE.get(i))
                        .isEqualTo(401);
            }
            for (String hostile : HOSTILE) {
                Section endpoint = Sections.section(
                        "c", "endpoint", "language", "en", "set_var", "NAME=" + hostile, "accountcode", hostile);
                writer.write(5, new ObjectRows("c", List.of(endpoint)));
                assertThat(ami.sorcery("endpoint", "c", "accountcode")).isEqualTo(hostile);
            }

            // A trunk that is known by its address.
            assertThat(Phones.options(asterisk, "127.0.0.9")).isEqualTo(401);
            writer.write(6, rendered.trunk(inbound("carrier", "127.0.0.9")));
            assertThat(Phones.options(asterisk, "127.0.0.9")).isIn(200, 404);
            writer.write(7, Sections.gone("carrier"));
            assertThat(Phones.options(asterisk, "127.0.0.9")).isEqualTo(401);

            // A trunk that registers does so when it is looked at, as by a reload of its module.
            writer.write(8, rendered.trunk(outbound("registering", carrier.port())));
            assertThat(carrier.hears(OpenRegistrar.SOON)).isEqualTo("nothing");
            assertThat(ami.send("Reload", Map.of("Module", "res_pjsip_outbound_registration.so"))
                            .isSuccess())
                    .isTrue();
            assertThat(carrier.hears(OpenRegistrar.LATEST)).isEqualTo("registered");
            assertThat(writer.drifted()).isEmpty();
        }
    }

    private static void stampsAreThere(AmiProbe ami, ObjectRows object) {
        assertThat(object.sections())
                .isNotEmpty()
                .allSatisfy(
                        section -> assertThat(ami.sorcery(section.type().orElseThrow(), section.name(), Stamps.OPTION))
                                .isEqualTo(section.first(Stamps.OPTION).orElseThrow()));
    }
}
