package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sipwright.reload.ReloadOutcome;
import io.sipwright.target.WriteResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people read, and what counts as done. */
class StatusTest {

    private static final WriteResult WRITTEN = new WriteResult(Map.of("a.conf", WriteResult.Outcome.WRITTEN));

    private static Round round(@Nullable ReloadOutcome reload) {
        return new Round(7, WRITTEN, reload, null, false, Map.of());
    }

    private static NodeStatus status(String node, long verified, @Nullable Round round) {
        return new NodeStatus(node, 7, 7, verified, Conditions.unknown(Instant.EPOCH), round);
    }

    @Test
    void a_summary_is_a_sentence() {
        assertThat(status("a", -1, null).summary()).isEqualTo("Nothing was applied since the start");
        assertThat(status("a", 7, round(FakeAsterisk.VERIFIED)).summary())
                .isEqualTo("Generation 7 was written. Seen running in Asterisk");
        assertThat(new Round(7, WRITTEN, null, "it broke", false, Map.of()).summary())
                .contains("it broke");
        assertThat(new Round(7, null, null, "disk full", false, Map.of()).summary())
                .isEqualTo("Not written: disk full");
        assertThat(new NodeStatus("a", 7, 7, 7, Conditions.elsewhere(Instant.EPOCH, 7, 7, 7), null).summary())
                .isEqualTo("Another instance applies to this node");
    }

    @Test
    void the_nodes_are_named_where_there_are_several() {
        NodeStatus east = status("east", 7, round(FakeAsterisk.VERIFIED));
        NodeStatus west = status("west", 6, round(FakeAsterisk.UNREACHABLE));

        assertThat(new Applied(7, List.of(east)).summary()).doesNotContain("east");
        assertThat(new Applied(7, List.of(east, west)).summary())
                .startsWith("east: Generation 7")
                .contains("; west: Generation 7 was written. Asterisk was not reached: connection refused");
        assertThat(new Applied(7, List.of(east)).isVerified()).isTrue();
        assertThat(new Applied(7, List.of(east, west)).isVerified()).isFalse();
        assertThat(new Applied(7, List.of(east, west)).isInFiles()).isTrue();
    }

    @Test
    void what_may_pass_by_itself_is_not_settled() {
        assertThat(status("a", 6, round(FakeAsterisk.UNREACHABLE)).isSettled(7)).isFalse();
        for (ReloadOutcome.Failed.Cause cause : ReloadOutcome.Failed.Cause.values()) {
            boolean passing = cause == ReloadOutcome.Failed.Cause.BUSY || cause == ReloadOutcome.Failed.Cause.STARTING;
            NodeStatus status = status("a", 6, round(new ReloadOutcome.Failed(cause, "so")));
            assertThat(status.isSettled(7)).as(cause.name()).isEqualTo(!passing);
            assertThat(status.isRefused(7)).as(cause.name()).isEqualTo(!passing);
        }
        assertThat(status("a", 6, round(FakeAsterisk.VERIFIED)).isSettled(8)).isFalse();
        assertThat(status("a", 6, null).isSettled(7)).isFalse();
    }

    @Test
    void done_is_what_runs_and_what_no_one_looks_at_and_only_trouble_is_a_refusal() {
        assertThat(status("a", 7, null).isSettled(7)).isTrue();
        assertThat(status("a", 7, null).isRefused(7)).isFalse();
        assertThat(status("a", -1, round(new ReloadOutcome.NotAsked())).isSettled(7))
                .isTrue();
        assertThat(status("a", -1, round(new ReloadOutcome.Accepted())).isRefused(7))
                .isFalse();
        assertThat(status("a", 6, round(FakeAsterisk.missing("x"))).isRefused(7))
                .isTrue();
        assertThat(status("a", 6, new Round(7, null, FakeAsterisk.UNREACHABLE, null, true, Map.of()))
                        .isRefused(7))
                .as("taken back")
                .isTrue();
    }

    @Test
    void settings_that_would_make_a_thread_spin_are_refused() {
        ApplySettings settings = ApplySettings.standard();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withPollInterval(Duration.ZERO))
                .withMessageContaining("interval of polling");
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withReconcileInterval(Duration.ofNanos(5)));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withRetries(Duration.ZERO, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withRest(Duration.ofSeconds(-1), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withRest(Duration.ZERO, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withOwner(" "));
    }
}
