package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.user.SipUserPatch;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/** An Asterisk that never reads all users at once takes each change as soon as the others do. */
@Timeout(120)
class NotReadingAllTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String FIRST = "Vq7-wT2_mXc9Rk";
    private static final String SECOND = "Hz4;kP8^sLb3Nd";

    @AsteriskTest
    void changes_count_at_once(AsteriskInstallation installation) {
        TestDatabase database = PostgreSqlServer.newDatabase();
        RealtimeSchema.of(database.dataSource()).run();
        AsteriskVersion version =
                AsteriskVersion.parse(Integer.toString(installation.major())).orElseThrow();
        try (AsteriskServer one = Nodes.builder(installation, database, false).start();
                Deployment deployment = Deployment.inOneDatabase(database, version, Map.of("one", one))) {
            var sipwright = deployment.sipwright;
            long many = sipwright.upsertAll(SimulatedUsers.batch("user", 0, 50)).generation(); // has it reload
            assertThat(sipwright.users().create(SimulatedUsers.user("alice")).awaitApplied(LONG))
                    .matches(applied -> applied.isVerified() && applied.generation() > many, "seen running");
            assertThat(Phones.register(one, "alice", FIRST)).isEqualTo(200);
            assertThat(one.cli("pjsip show endpoints")).contains("No objects found");

            sipwright
                    .users()
                    .update("alice", SipUserPatch.builder().secret(SECOND).build());
            assertThat(Phones.register(one, "alice", FIRST)).isEqualTo(401);
            assertThat(Phones.register(one, "alice", SECOND)).isEqualTo(200);
            assertThat(sipwright.users().delete("alice").awaitApplied(LONG))
                    .matches(applied -> applied.isVerified(), "seen gone");
            assertThat(Phones.register(one, "alice", SECOND)).isNotEqualTo(200);
        }
    }
}
