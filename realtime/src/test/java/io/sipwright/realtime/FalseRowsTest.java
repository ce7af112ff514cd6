package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Batch;
import io.sipwright.Sipwright;
import io.sipwright.apply.Applied;
import io.sipwright.apply.Condition;
import io.sipwright.apply.NodeStatus;
import io.sipwright.apply.Round;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.secret.Secret;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Timeout;

/** Where rows seem to be written and Asterisk runs something else, no change is called applied, and the status says why. */
@Timeout(180)
class FalseRowsTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String PASSWORD = "Vq7-wT2_mXc9Rk";

    @AsteriskTest
    void rows_that_are_not_what_was_written(AsteriskInstallation installation) {
        TestDatabase database = prepared();
        SoftAssertions softly = new SoftAssertions();
        try (AsteriskServer asterisk = Nodes.builder(
                                installation, PostgreSqlServer.port(), database.name(), "reader_of_" + database.name())
                        .start();
                Deployment deployment =
                        Deployment.inOneDatabase(database, version(installation), Map.of("one", asterisk))) {
            for (FalseRow row : FalseRow.values()) {
                begin(deployment.sipwright, row);
                row.happen(database);
                Applied applied = row.change.apply(deployment.sipwright).awaitApplied(LIMIT);
                isNotCalledApplied(softly, row.name(), row.mustName, row.because, applied);

                row.mend(database);
                softly.assertThat(deployment.sipwright.apply().isVerified())
                        .as(row + " is verified when it is mended")
                        .isTrue();
                new RowsOfStore(database, deployment.store, version(installation)).areAllThereAre();
            }
            softly.assertAll();
        }
    }

    @AsteriskTest
    void nodes_that_do_not_run_the_rows(AsteriskInstallation installation) {
        SoftAssertions softly = new SoftAssertions();
        for (FalseNode node : FalseNode.values()) {
            TestDatabase database = prepared();
            try (Deployment first = Deployment.inOneDatabase(database, version(installation), Map.of())) {
                first.sipwright.upsertAll(basis());
                first.sipwright.apply();
            }
            RealtimeConfiguration configuration = RealtimeConfiguration.postgreSql(
                            "127.0.0.1", PostgreSqlServer.port(), database.name(), "postgres", Secret.of("x"))
                    .build();
            try (AsteriskServer asterisk = node.in(AsteriskServer.builder(installation), configuration)
                            .start();
                    Deployment deployment =
                            Deployment.inOneDatabase(database, version(installation), Map.of("one", asterisk))) {
                deployment.sipwright.apply(); // of what is not known it can't be seen that it is gone
                Applied applied = node.change.apply(deployment.sipwright).awaitApplied(LIMIT);
                isNotCalledApplied(softly, node.name(), node.mustName, node.because, applied);
            }
        }
        softly.assertAll();
    }

    private static void isNotCalledApplied(
            SoftAssertions softly, String what, String mustName, String because, Applied applied) {
        NodeStatus status = applied.nodes().get(0);
        Round round = Objects.requireNonNull(status.lastRound(), "lastRound");
        Condition verified = status.condition(Condition.Type.VERIFIED).orElseThrow();
        softly.assertThat(applied.isVerified()).as(what + " is verified").isFalse();
        softly.assertThat(verified.status()).as(what + " " + verified).isEqualTo(Condition.Status.FALSE);
        softly.assertThat(rejected(round)).as(what + " " + round).contains(mustName);
        softly.assertThat(verified.message())
                .as(what)
                .contains(because)
                .doesNotContain(PASSWORD, FalseRow.OTHER_PASSWORD, "file was", "include");
    }

    private static List<String> rejected(Round round) {
        return round.reload() instanceof ReloadOutcome.Rejected rejected
                ? rejected.objects().stream()
                        .map(object -> object.key() + " " + object.state())
                        .toList()
                : List.of();
    }

    private static void begin(Sipwright sipwright, FalseRow row) {
        if (sipwright.users().find("dave").isPresent()) {
            sipwright.users().delete("dave");
        }
        assertThat(sipwright.upsertAll(basis()).awaitApplied(LIMIT).isVerified())
                .as("before " + row)
                .isTrue();
    }

    private static Batch basis() {
        return new Batch(List.of(), List.of(Course.user("alice", PASSWORD), Course.user("carol", PASSWORD)));
    }

    private static TestDatabase prepared() {
        TestDatabase database = PostgreSqlServer.newDatabase();
        RealtimeSchema.of(database.dataSource()).run();
        String reader = "reader_of_" + database.name();
        return database.run(
                "CREATE ROLE " + reader + " LOGIN;\nGRANT SELECT ON ALL TABLES IN SCHEMA public TO " + reader + ";\n");
    }

    private static AsteriskVersion version(AsteriskInstallation installation) {
        return AsteriskVersion.parse(Integer.toString(installation.major())).orElseThrow();
    }
}
