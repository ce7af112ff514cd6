package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.apply.Drift;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.target.TargetException;
import io.sipwright.template.OptionOverride;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/** Two Asterisks read the rows of one database, and Sipwright brings them there. */
@Timeout(180)
class TwoNodesTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String FIRST = "Vq7-wT2_mXc9Rk";
    private static final String SECOND = "Hz4;kP8^sLb3Nd";

    private static AsteriskVersion version(AsteriskInstallation installation) {
        return AsteriskVersion.parse(Integer.toString(installation.major())).orElseThrow();
    }

    private static SipUserSpec user(String name) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .secret(FIRST)
                .build();
    }

    private static void runs(Provisioned<?> change) {
        assertThat(change.awaitApplied(LONG)).matches(applied -> applied.isVerified(), "seen running");
    }

    @AsteriskTest
    void aChangeCountsOnAllNodesAtOnce(AsteriskInstallation installation) {
        TestDatabase database = prepared();
        try (AsteriskServer one = Nodes.start(installation, database);
                AsteriskServer two = Nodes.start(installation, database);
                Deployment deployment =
                        Deployment.inOneDatabase(database, version(installation), Map.of("one", one, "two", two))) {
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
            assertThat(sipwright.drift()).allMatch(Drift::isNone);
        }
    }

    @AsteriskTest
    void aTrunkRegistersFromEachNode(AsteriskInstallation installation) {
        TestDatabase database = prepared();
        try (AsteriskServer one = Nodes.start(installation, database);
                OpenRegistrar carrier = new OpenRegistrar();
                Deployment deployment =
                        Deployment.inTwoDatabases(database, version(installation), Map.of("one", one))) {
            Sipwright sipwright = deployment.sipwright;
            runs(sipwright
                    .trunks()
                    .create(TrunkSpec.builder("carrier", "custom_credential")
                            .server("127.0.0.1")
                            .port(carrier.port())
                            .username("account1")
                            .password(FIRST)
                            .override(OptionOverride.set("registration", "max_random_initial_delay", "0"))
                            .build()));
            assertThat(carrier.hears(OpenRegistrar.LATEST)).isEqualTo("registered");

            Provisioned<?> off = sipwright
                    .trunks()
                    .update("carrier", TrunkPatch.builder().active(false).build());
            assertThat(carrier.hears(OpenRegistrar.LATEST)).isEqualTo("unregistered");
            runs(off);
            assertThat(database.column("SELECT id FROM ps_registrations")).isEmpty();
        }
    }

    @AsteriskTest(versions = 22)
    void aNodeThatWasAwayCatchesUp(AsteriskInstallation installation) {
        TestDatabase database = prepared();
        try (AsteriskServer one = Nodes.start(installation, database);
                AsteriskServer two = Nodes.start(installation, database);
                Deployment deployment =
                        Deployment.inTwoDatabases(database, version(installation), Map.of("one", one, "two", two))) {
            Sipwright sipwright = deployment.sipwright;
            runs(sipwright.users().create(user("alice")));
            two.stop();
            for (int i = 0; i < 30; i++) {
                sipwright.users().create(user("user" + i));
            }
            long last = sipwright.users().delete("alice").generation();
            await(() -> verified(sipwright, "one") >= last);

            assertThat(verified(sipwright, "two")).isEqualTo(1);
            assertThat(Phones.register(one, "user29", FIRST)).isEqualTo(200);
            assertThat(Phones.register(one, "alice", FIRST)).isNotEqualTo(200);
        }
    }

    @AsteriskTest(versions = 22)
    void aStrangersRowStandsInTheWayAndNothingIsHalfDone(AsteriskInstallation installation) {
        TestDatabase database = prepared();
        database.update("INSERT INTO ps_aors (id) VALUES (?)", "bob");
        try (AsteriskServer one = Nodes.start(installation, database);
                Deployment deployment = Deployment.inOneDatabase(database, version(installation), Map.of("one", one))) {
            Sipwright sipwright = deployment.sipwright;
            runs(sipwright.users().create(user("alice")));

            assertThatThrownBy(() -> sipwright.users().create(user("bob")))
                    .isInstanceOf(TargetException.class)
                    .hasMessageContaining("ps_aors")
                    .hasMessageContaining("bob");

            assertThat(sipwright.users().find("bob")).isEmpty();
            assertThat(database.column("SELECT id FROM ps_endpoints")).containsExactly("alice");
            assertThat(database.column("SELECT id FROM ps_aors ORDER BY id")).containsExactly("alice", "bob");
        }
    }

    @AsteriskTest(versions = 22)
    void anEditedRowIsDriftAndIsMendedOnRequest(AsteriskInstallation installation) {
        TestDatabase database = prepared();
        try (AsteriskServer one = Nodes.start(installation, database);
                Deployment deployment = Deployment.inOneDatabase(database, version(installation), Map.of("one", one))) {
            Sipwright sipwright = deployment.sipwright;
            runs(sipwright.users().create(user("alice")));
            database.update("UPDATE ps_aors SET max_contacts = 99 WHERE id = ?", "alice");
            database.update("DELETE FROM ps_auths WHERE id = ?", "alice");

            assertThat(sipwright.drift().get(0).toString())
                    .contains("~ aor alice in its row", "- auth alice in its row", "auth alice in Asterisk")
                    .doesNotContain(FIRST);
            assertThat(sipwright.apply().isVerified()).isTrue();

            assertThat(sipwright.drift().get(0).isNone()).isTrue();
            assertThat(Phones.register(one, "alice", FIRST)).isEqualTo(200);
        }
    }

    private static TestDatabase prepared() {
        TestDatabase database = PostgreSqlServer.newDatabase();
        RealtimeSchema.of(database.dataSource()).run();
        return database;
    }

    private static long verified(Sipwright sipwright, String node) {
        return sipwright.status().stream()
                .filter(status -> status.node().equals(node))
                .findFirst()
                .orElseThrow()
                .verifiedGeneration();
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come about in " + LONG);
            }
            Thread.onSpinWait();
        }
    }
}
