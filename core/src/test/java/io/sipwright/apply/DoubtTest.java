package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ReloadOutcome;
import org.junit.jupiter.api.Test;

/** What Asterisk may have read without anyone seeing it is looked at again. */
class DoubtTest {

    private static final ObjectKey ANNA = new ObjectKey("endpoint", "anna");
    private static final ObjectKey BOB = new ObjectKey("endpoint", "bob");

    private final RoundBench bench = new RoundBench();

    @Test
    void a_change_that_is_taken_back_after_a_reload_of_unknown_outcome_is_verified() {
        bench.user("anna").user("bob").settled();
        bench.asterisk.next(FakeAsterisk.UNREACHABLE);

        bench.user(People.user("anna", "sales")).change();
        bench.user("anna").change();

        assertThat(bench.asterisk.reloads).hasSize(2);
        assertThat(bench.asterisk.lastReload().changed()).contains(ANNA).doesNotContain(BOB);
        assertThat(bench.rounds.isRunning(4)).isTrue();
    }

    @Test
    void an_object_that_came_and_went_during_an_unknown_reload_must_be_seen_to_be_gone() {
        bench.user("anna").settled();
        bench.asterisk.next(FakeAsterisk.UNREACHABLE);

        bench.user("bob").change();
        bench.delete("bob").change();

        assertThat(bench.asterisk.lastReload().removed()).contains(BOB);
    }

    @Test
    void an_object_that_was_removed_by_an_unknown_reload_and_comes_again_is_looked_at() {
        bench.user("anna").user("bob").settled();
        bench.asterisk.next(FakeAsterisk.UNREACHABLE);

        bench.delete("bob").change();
        bench.user("bob").change();

        assertThat(bench.asterisk.lastReload().changed()).contains(BOB);
    }

    @Test
    void an_object_that_only_stood_in_the_files_while_asterisk_was_down_is_in_doubt_as_well() {
        bench.user("anna").settled();
        bench.asterisk.next(FakeAsterisk.UNREACHABLE);
        bench.user(People.user("anna", "sales")).change();

        bench.user("bob").round(Reason.CHANGE_WHILE_DOWN); // an Asterisk that starts now reads it
        bench.delete("bob").round(Reason.RETRY);

        assertThat(bench.asterisk.reloads).hasSize(2);
        assertThat(bench.asterisk.lastReload().removed()).contains(BOB);
    }

    @Test
    void a_reload_that_throws_may_have_been_one() {
        bench.user("anna").settled();
        bench.asterisk.answer = request -> {
            throw new IllegalStateException("a bug in a reloader");
        };
        Round failed = bench.user(People.user("anna", "sales")).change();
        bench.asterisk.always(FakeAsterisk.VERIFIED);

        bench.user("anna").change();

        assertThat(failed.failure()).contains("a bug in a reloader");
        assertThat(bench.asterisk.lastReload().changed()).contains(ANNA);
        assertThat(bench.rounds.isRunning(3)).isTrue();
    }

    @Test
    void while_asterisk_is_down_the_files_are_written_and_it_is_asked_by_retries_only() {
        bench.user("anna").settled();
        bench.asterisk.always(FakeAsterisk.UNREACHABLE);
        bench.user("bob").change();

        Round round = bench.user("carl").round(Reason.CHANGE_WHILE_DOWN);

        assertThat(bench.asterisk.reloads).hasSize(1);
        assertThat(bench.target.text()).contains("[carl]");
        assertThat(round.reload()).isInstanceOf(ReloadOutcome.Unreachable.class);
        bench.round(Reason.RETRY);
        assertThat(bench.asterisk.reloads).hasSize(2);
        assertThat(bench.asterisk.lastReload().generation()).isEqualTo(3);
    }

    @Test
    void what_was_refused_is_not_refused_again_by_each_change_that_changes_no_file() {
        bench.asterisk.always(FakeAsterisk.otherVersion("anna"));
        bench.user("anna").change();

        Round round = bench.user(
                        People.builder("anna").context("internal").notes("new").build())
                .change();

        assertThat(bench.asterisk.reloads).hasSize(1);
        assertThat(round.reload()).isInstanceOf(ReloadOutcome.Rejected.class);
        bench.round(Reason.RETRY);
        assertThat(bench.asterisk.reloads).hasSize(2);
        bench.round(Reason.RECONCILE);
        assertThat(bench.asterisk.reloads).hasSize(3);
    }
}
