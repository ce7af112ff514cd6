package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.reload.ReloadOutcome;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When rounds run, in virtual time. */
class PaceTest {

    private final ApplySettings settings = ApplySettings.standard();
    private long now = 1_000_000_000_000L;
    private Pace pace = new Pace(settings, now);

    static Round round(long reloadMillis, @Nullable ReloadOutcome reload) {
        return new Round(1, null, reload, null, false, Map.of(Phase.RELOAD, Duration.ofMillis(reloadMillis)));
    }

    private Reason take() {
        assertThat(untilNext()).isLessThanOrEqualTo(0);
        return pace.take(now);
    }

    private long untilNext() {
        return Duration.ofNanos(pace.untilNext(now)).toMillis();
    }

    private void runFor(long reloadMillis, ReloadOutcome outcome) {
        Reason reason = take();
        pass(reloadMillis);
        pace.ended(round(reloadMillis, outcome), reason, now);
    }

    private void pass(long millis) {
        now += millis * 1_000_000;
    }

    private void start() {
        runFor(0, FakeAsterisk.VERIFIED);
        pass(1000);
    }

    @Test
    void all_is_looked_at_at_the_start() {
        assertThat(take()).isEqualTo(Reason.RECONCILE);
    }

    @Test
    void the_first_change_after_a_rest_starts_at_once() {
        start();
        pace.change();

        assertThat(untilNext()).isLessThanOrEqualTo(0);
        assertThat(take()).isEqualTo(Reason.CHANGE);
    }

    @Test
    void changes_during_a_round_and_the_rest_ride_in_one() {
        start();
        pace.change();
        Reason reason = take();
        pace.change();
        pass(50);
        pace.change();
        pace.ended(round(50, FakeAsterisk.VERIFIED), reason, now);

        assertThat(untilNext()).isEqualTo(200);
        pass(100);
        pace.change();
        assertThat(untilNext()).isEqualTo(100);
        pass(100);
        runFor(50, FakeAsterisk.VERIFIED);
        assertThat(untilNext()).as("nothing is left to do").isEqualTo(30_000);
    }

    @Test
    void the_rest_is_as_long_as_the_last_reload_but_no_shorter_than_the_least() {
        pace = new Pace(settings.withRest(Duration.ofMillis(200), 1.5), now);
        runFor(1000, FakeAsterisk.VERIFIED);
        pace.change();
        assertThat(untilNext()).isEqualTo(1500);
        pass(1500);
        runFor(10, FakeAsterisk.VERIFIED);
        pace.change();
        assertThat(untilNext()).isEqualTo(200);
    }

    @Test
    void retries_double_to_the_last_and_begin_anew_after_a_success() {
        for (int seconds : new int[] {1, 2, 4, 8, 16}) {
            runFor(0, FakeAsterisk.UNREACHABLE);
            assertThat(untilNext()).isEqualTo(seconds * 1000L);
            pass(seconds * 1000L);
            assertThat(pace.untilNext(now)).isLessThanOrEqualTo(0);
        }
        pace = new Pace(settings.withReconcileInterval(Duration.ofHours(1)), now);
        for (int round = 0; round < 10; round++) {
            runFor(0, FakeAsterisk.UNREACHABLE);
            pass(untilNext());
        }
        runFor(0, FakeAsterisk.UNREACHABLE);
        assertThat(untilNext()).isEqualTo(60_000);
        pass(60_000);
        assertThat(take()).isEqualTo(Reason.RETRY);
        pace.ended(round(0, FakeAsterisk.VERIFIED), Reason.RETRY, now);
        pace.change();
        pass(200);
        runFor(0, FakeAsterisk.UNREACHABLE);
        assertThat(untilNext()).isEqualTo(1000);
    }

    @Test
    void a_change_while_asterisk_is_down_is_written_at_once_and_does_not_move_the_retry() {
        runFor(0, FakeAsterisk.UNREACHABLE);
        pass(400);
        pace.change();

        Reason reason = take();
        assertThat(reason).isEqualTo(Reason.CHANGE_WHILE_DOWN);
        pace.ended(round(0, FakeAsterisk.UNREACHABLE), reason, now);
        assertThat(untilNext()).isEqualTo(600);
        pass(600);
        pace.change();
        assertThat(take()).isEqualTo(Reason.RETRY);
    }

    @Test
    void a_request_waits_for_nothing_and_takes_all_along() {
        runFor(5000, FakeAsterisk.VERIFIED);
        pace.change();
        pace.request();

        assertThat(untilNext()).isLessThanOrEqualTo(0);
        assertThat(take()).isEqualTo(Reason.REQUEST);
        pace.ended(round(0, FakeAsterisk.VERIFIED), Reason.REQUEST, now);
        assertThat(untilNext()).isEqualTo(30_000);
    }

    @Test
    void all_is_looked_at_an_interval_after_the_last_round_but_not_before_the_rest_is_over() {
        runFor(10, FakeAsterisk.VERIFIED);
        assertThat(untilNext()).isEqualTo(30_000);
        pass(30_000);
        runFor(45_000, FakeAsterisk.VERIFIED);
        assertThat(untilNext()).isEqualTo(45_000);
        pass(45_000);
        assertThat(take()).isEqualTo(Reason.RECONCILE);
    }

    @Test
    void what_was_refused_is_tried_again_and_what_was_taken_back_is_not() {
        runFor(0, FakeAsterisk.missing("anna"));
        assertThat(untilNext()).isEqualTo(1000);
        pass(1000);

        Reason reason = take();
        pace.ended(new Round(1, null, FakeAsterisk.missing("anna"), null, true, Map.of()), reason, now);
        assertThat(untilNext()).isEqualTo(30_000);
    }

    @Test
    void what_was_taken_back_and_has_not_reached_asterisk_is_tried_again() {
        Reason reason = take();
        pace.ended(new Round(1, null, FakeAsterisk.UNREACHABLE, null, true, Map.of()), reason, now);

        assertThat(untilNext()).isEqualTo(1000);
    }

    @Test
    void a_failure_to_write_is_tried_again() {
        pace.ended(new Round(1, null, null, "disk full", false, Map.of()), take(), now);

        assertThat(untilNext()).isEqualTo(1000);
    }
}
