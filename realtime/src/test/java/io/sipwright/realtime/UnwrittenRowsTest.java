package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.Provisioned;
import io.sipwright.apply.Applied;
import io.sipwright.apply.Condition;
import io.sipwright.error.SipwrightException;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.OptionOverride;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.user.SipUserSpec;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/** Where rows can't be written, or Asterisk is not there to read them, no change is called applied. */
@Timeout(120)
class UnwrittenRowsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String PASSWORD = "Vq7-wT2_mXc9Rk";

    private static final String NO_TABLE = "ALTER TABLE ps_auths RENAME TO hidden;\n";
    private static final String TABLE = "ALTER TABLE hidden RENAME TO ps_auths;\n";

    @AsteriskTest
    void a_table_that_is_missing(AsteriskInstallation installation) {
        fails(installation, NO_TABLE, TABLE, "The tables are not as they should be: there is no ps_auths");
    }

    @AsteriskTest(versions = 22)
    void a_database_that_is_read_only(AsteriskInstallation installation) {
        fails(
                installation,
                "ALTER DATABASE %1$s SET default_transaction_read_only = on;\n",
                "SET default_transaction_read_only = off;\nALTER DATABASE %1$s SET default_transaction_read_only = off;\n",
                "The database is read-only");
    }

    @AsteriskTest(versions = 22)
    void a_right_that_is_missing(AsteriskInstallation installation) {
        fails(
                installation,
                "CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE insufficient_privilege; END';\n"
                        + "CREATE TRIGGER no BEFORE INSERT OR UPDATE ON ps_aors FOR EACH ROW EXECUTE FUNCTION no();\n",
                "DROP FUNCTION no() CASCADE;\n",
                "The database refused");
    }

    /** Rows in another database than the store: the change counts, and is not called applied until its rows are there. */
    private static void fails(AsteriskInstallation installation, String sabotage, String mending, String because) {
        TestDatabase database = PostgreSqlServer.newDatabase();
        RealtimeSchema.of(database.dataSource()).run();
        try (AsteriskServer asterisk = Nodes.start(installation, database);
                Deployment deployment =
                        Deployment.inTwoDatabases(database, version(installation), Map.of("one", asterisk))) {
            runs(deployment.sipwright.users().create(user("alice")));
            database.run(sabotage.formatted(database.name()));
            Provisioned<?> change = deployment.sipwright.users().create(user("bob"));
            isNotApplied(change.awaitApplied(SOON), because);
            assertThat(Phones.register(asterisk, "bob", PASSWORD)).isNotEqualTo(200);

            database.run(mending.formatted(database.name()));
            runs(change); // by itself
            assertThat(Phones.register(asterisk, "bob", PASSWORD)).isEqualTo(200);
        }
    }

    @AsteriskTest(versions = 22)
    void in_the_database_of_the_store_the_change_does_not_count_either(AsteriskInstallation installation) {
        TestDatabase database = PostgreSqlServer.newDatabase();
        RealtimeSchema.of(database.dataSource()).run();
        try (AsteriskServer asterisk = Nodes.start(installation, database);
                Deployment deployment =
                        Deployment.inOneDatabase(database, version(installation), Map.of("one", asterisk))) {
            runs(deployment.sipwright.users().create(user("alice")));
            database.run(NO_TABLE);
            assertThatThrownBy(() -> deployment.sipwright.users().create(user("bob")))
                    .isInstanceOf(SipwrightException.class)
                    .hasMessageContaining("The tables are not as they should be");
            assertThat(deployment.sipwright.users().find("bob")).isEmpty();

            database.run(TABLE);
            runs(deployment.sipwright.users().create(user("bob")));
            assertThat(Phones.register(asterisk, "bob", PASSWORD)).isEqualTo(200);
        }
    }

    @AsteriskTest
    void an_override_that_asterisk_refuses(AsteriskInstallation installation) {
        TestDatabase database = PostgreSqlServer.newDatabase();
        RealtimeSchema.of(database.dataSource()).run();
        try (AsteriskServer asterisk = Nodes.start(installation, database);
                Deployment deployment =
                        Deployment.inOneDatabase(database, version(installation), Map.of("one", asterisk))) {
            runs(deployment.sipwright.users().create(user("alice")));
            Applied applied = deployment
                    .sipwright
                    .users()
                    .create(user("bob").toBuilder()
                            .override(OptionOverride.set("endpoint", "dtls_cert_file", "/nowhere.pem"))
                            .build())
                    .awaitApplied(LIMIT);
            isNotApplied(applied, "endpoint bob is not there: Asterisk does not take a value of its row");
            assertThat(Phones.register(asterisk, "alice", PASSWORD)).isEqualTo(200);

            runs(deployment.sipwright.users().delete("bob"));
        }
    }

    @AsteriskTest(versions = 22)
    void an_asterisk_that_is_dead_or_stands_still(AsteriskInstallation installation) {
        TestDatabase database = PostgreSqlServer.newDatabase();
        RealtimeSchema.of(database.dataSource()).run();
        try (AsteriskServer asterisk = Nodes.start(installation, database);
                StartedAgain process = new StartedAgain(asterisk.pid());
                Deployment deployment =
                        Deployment.inTwoDatabases(database, version(installation), Map.of("one", asterisk))) {
            runs(deployment.sipwright.users().create(user("alice")));
            Signal.STOP.to(asterisk.pid());
            Provisioned<?> change = deployment.sipwright.users().create(user("bob"));
            assertThat(change.awaitApplied(SOON).isVerified()).isFalse();
            assertThat(Waiting.until(LIMIT, () -> saysWhy(deployment))).isTrue(); // when it has waited for long enough
            Signal.CONT.to(asterisk.pid());
            runs(change);

            process.end(Signal.KILL);
            change = deployment.sipwright.users().create(user("carol"));
            isNotApplied(change.awaitApplied(SOON), "Asterisk was not reached");
            process.start();
            // In the midst of its start Asterisk has no objects yet, and is asked again.
            Provisioned<?> last = change;
            assertThat(Waiting.until(LIMIT, () -> last.awaitApplied(SOON).isVerified()))
                    .isTrue();
            assertThat(Phones.register(asterisk, "carol", PASSWORD)).isEqualTo(200);
        }
    }

    private static boolean saysWhy(Deployment deployment) {
        Condition verified = deployment
                .sipwright
                .status()
                .get(0)
                .condition(Condition.Type.VERIFIED)
                .orElseThrow();
        return verified.status() == Condition.Status.UNKNOWN
                && verified.message().contains("Asterisk was not reached");
    }

    private static void isNotApplied(Applied applied, String because) {
        Condition verified =
                applied.nodes().get(0).condition(Condition.Type.VERIFIED).orElseThrow();
        assertThat(applied.isVerified()).isFalse();
        assertThat(verified.status()).as(verified.toString()).isNotEqualTo(Condition.Status.TRUE);
        assertThat(verified.message()).contains(because).doesNotContain(PASSWORD);
    }

    private static void runs(Provisioned<?> change) {
        assertThat(change.awaitApplied(LIMIT)).matches(Applied::isVerified, "seen running");
    }

    private static SipUserSpec user(String name) {
        return Course.user(name, PASSWORD);
    }

    private static AsteriskVersion version(AsteriskInstallation installation) {
        return AsteriskVersion.parse(Integer.toString(installation.major())).orElseThrow();
    }
}
