package io.sipwright.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.apply.Condition;
import io.sipwright.apply.NodeStatus;
import io.sipwright.apply.Round;
import io.sipwright.reload.ReloadOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a node has stood still for too long. */
class LagTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = START;
    private final Lag lag = new Lag(Duration.ofMinutes(2), new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private boolean isTooLong(long verified, long wanted, Condition.Status status) {
        var condition = new Condition(Condition.Type.VERIFIED, status, "Because", "", START);
        var round = new Round(verified, null, new ReloadOutcome.Verified(1), null, false, false, Map.of());
        var node = new NodeStatus("pbx", wanted, wanted, verified, List.of(condition), round);
        return lag.isTooLong("pbx", new NodeProgress(node), wanted);
    }

    @Test
    void a_node_that_always_follows_is_well_even_if_it_is_never_there() {
        for (int minute = 0; minute < 60; minute++) {
            now = START.plus(Duration.ofMinutes(minute));
            assertThat(isTooLong(minute, minute + 5, Condition.Status.TRUE)).isFalse();
        }
    }

    @Test
    void a_node_that_hangs_is_noticed_even_if_its_last_round_was_well() {
        assertThat(isTooLong(7, 8, Condition.Status.TRUE)).isFalse();
        now = START.plusSeconds(121);
        assertThat(isTooLong(7, 9, Condition.Status.TRUE)).isTrue();
        assertThat(isTooLong(9, 9, Condition.Status.TRUE)).isFalse();
        assertThat(isTooLong(9, 10, Condition.Status.TRUE)).isFalse();
    }

    @Test
    void a_first_probe_already_knows_what_the_condition_says() {
        now = START.plusSeconds(121);
        assertThat(isTooLong(7, 8, Condition.Status.UNKNOWN)).isTrue();
    }

    @Test
    void what_ran_and_is_not_known_to_run_any_more_has_not_arrived() {
        now = START.plusSeconds(121);
        assertThat(isTooLong(8, 8, Condition.Status.UNKNOWN)).isTrue();
    }
}
