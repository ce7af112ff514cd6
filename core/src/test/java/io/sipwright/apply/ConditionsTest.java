package io.sipwright.apply;

import static io.sipwright.apply.Condition.Status.FALSE;
import static io.sipwright.apply.Condition.Status.TRUE;
import static io.sipwright.apply.Condition.Status.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.apply.Condition.Type;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadOutcome.Failed;
import io.sipwright.reload.ReloadOutcome.Unreachable;
import io.sipwright.target.WriteResult;
import io.sipwright.target.WriteResult.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every outcome of a round is called. */
class ConditionsTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final WriteResult WRITTEN = result(Outcome.WRITTEN);
    private static final WriteResult UNCHANGED = result(Outcome.UNCHANGED);
    private static final WriteResult DRIFTED = result(Outcome.DRIFTED);
    private static final ReloadOutcome MISSING = FakeAsterisk.missing("anna");

    private static WriteResult result(Outcome outcome) {
        return new WriteResult(Map.of("pjsip_users.conf", outcome));
    }

    private static Round round(
            @Nullable WriteResult written, @Nullable ReloadOutcome reload, @Nullable String failure, boolean restored) {
        return new Round(7, written, reload, failure, restored, Map.of());
    }

    /** Round, whether it runs, and the conditions: rendered, written, reloaded, verified, drifted. */
    static Stream<Arguments> rounds() {
        return Stream.of(
                row(
                        round(WRITTEN, FakeAsterisk.VERIFIED, null, false),
                        true,
                        "Rendered+ Written+ Reloaded+ SeenRunning+ AsWritten-"),
                row(round(UNCHANGED, null, null, false), true, "Rendered+ Written+ Reloaded+ SeenRunning+ AsWritten-"),
                row(
                        round(WRITTEN, new ReloadOutcome.Accepted(), null, false),
                        false,
                        "Rendered+ Written+ Accepted+ Accepted? AsWritten-"),
                row(
                        round(WRITTEN, new ReloadOutcome.NotAsked(), null, false),
                        false,
                        "Rendered+ Written+ NotAsked? NotAsked? AsWritten-"),
                row(round(UNCHANGED, null, null, false), false, "Rendered+ Written+ NotAsked? NotAsked? AsWritten-"),
                row(round(WRITTEN, MISSING, null, false), false, "Rendered+ Written+ Rejected+ Rejected- AsWritten-"),
                row(round(WRITTEN, MISSING, null, true), false, "Rendered+ TakenBack- Rejected+ TakenBack- AsWritten-"),
                row(
                        round(null, FakeAsterisk.VERIFIED, null, true),
                        false,
                        "Rendered+ TakenBack- Verified+ TakenBack- NotLookedAt?"),
                row(round(null, null, null, true), false, "Rendered+ TakenBack- NotAsked? TakenBack- NotLookedAt?"),
                row(round(DRIFTED, null, null, false), false, "Rendered+ Drifted- NotAsked? NotAsked- Edited+"),
                row(round(null, null, "disk full", false), false, "Failed- Failed- Failed? Failed- NotLookedAt?"),
                row(
                        new Round(7, null, null, "auth anna is missing", true, false, Map.of()),
                        false,
                        "PreflightFailed- PreflightFailed- PreflightFailed? PreflightFailed- NotLookedAt?"),
                row(
                        round(null, null, "no database", false),
                        true,
                        "Failed- Failed- Reloaded+ SeenRunning+ NotLookedAt?"),
                row(round(WRITTEN, null, "a bug", false), false, "Rendered+ Written+ Failed? Failed? AsWritten-"));
    }

    private static Arguments row(Round round, boolean running, String expected) {
        return Arguments.of(round, running, expected);
    }

    private static String inWords(List<Condition> conditions) {
        return conditions.stream()
                .map(condition -> condition.reason()
                        + (condition.status() == TRUE ? "+" : condition.status() == FALSE ? "-" : "?"))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void each_round_has_its_conditions(Round round, boolean running, String expected) {
        List<Condition> conditions = Conditions.of(round, running, NOW);

        assertThat(conditions).extracting(Condition::type).containsExactly(Type.values());
        assertThat(inWords(conditions)).isEqualTo(expected);
        assertThat(conditions)
                .allMatch(condition ->
                        !condition.message().isBlank() && condition.since().equals(NOW));
    }

    @ParameterizedTest
    @EnumSource(Failed.Cause.class)
    void an_asterisk_that_did_not_reload_says_why(Failed.Cause cause) {
        List<Condition> conditions =
                Conditions.of(round(WRITTEN, new Failed(cause, "because"), null, false), false, NOW);

        assertThat(conditions.get(2).status()).isEqualTo(FALSE);
        assertThat(conditions.get(2).reason())
                .isEqualToIgnoringCase(cause.name().replace("_", ""));
        assertThat(conditions.get(2).message()).isEqualTo("Asterisk did not reload: because");
        assertThat(conditions.get(3).status()).isEqualTo(UNKNOWN);
        assertThat(conditions.get(3).reason()).isEqualTo(conditions.get(2).reason());
    }

    @ParameterizedTest
    @EnumSource(Unreachable.Cause.class)
    void an_asterisk_that_was_not_reached_says_how(Unreachable.Cause cause) {
        List<Condition> conditions =
                Conditions.of(round(UNCHANGED, new Unreachable(cause, "timed out"), null, false), false, NOW);

        assertThat(conditions.get(2).status()).isEqualTo(UNKNOWN);
        assertThat(conditions.get(2).reason())
                .isEqualToIgnoringCase(cause.name().replace("_", ""));
        assertThat(conditions.get(3).status()).isEqualTo(UNKNOWN);
        assertThat(conditions.get(3).message()).contains("Asterisk was not reached: timed out");
    }

    @Test
    void a_condition_keeps_its_time_while_its_status_stays() {
        List<Condition> first = Conditions.merged(
                Conditions.unknown(NOW),
                Conditions.of(round(WRITTEN, MISSING, null, false), false, NOW.plusSeconds(1)));
        List<Condition> second = Conditions.merged(
                first, Conditions.of(round(WRITTEN, FakeAsterisk.UNREACHABLE, null, false), false, NOW.plusSeconds(2)));

        assertThat(second)
                .extracting(Condition::since)
                .containsExactly(
                        NOW.plusSeconds(1),
                        NOW.plusSeconds(1),
                        NOW.plusSeconds(2),
                        NOW.plusSeconds(2),
                        NOW.plusSeconds(1));
        assertThat(second.get(1)).hasToString("WRITTEN=TRUE (Written): The files hold generation 7");
    }

    @Test
    void nothing_is_known_before_the_first_round_and_little_of_a_node_that_another_instance_has() {
        assertThat(inWords(Conditions.unknown(NOW)))
                .isEqualTo("NoRoundYet? NoRoundYet? NoRoundYet? NoRoundYet? NoRoundYet?");
        assertThat(Conditions.elsewhere(NOW, 5, 4, 5))
                .extracting(Condition::status)
                .containsExactly(UNKNOWN, TRUE, UNKNOWN, FALSE, UNKNOWN);
    }
}
