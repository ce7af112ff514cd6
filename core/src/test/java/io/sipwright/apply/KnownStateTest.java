package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ReloadOutcome;
import org.junit.jupiter.api.Test;

/** What is done, and what is left, where it is known what Asterisk runs. */
class KnownStateTest {

    private final RoundBench bench = new RoundBench();

    @Test
    void all_objects_are_looked_at_when_nothing_is_known() {
        Round round = bench.user("anna").user("bob").change();

        assertThat(round.summary()).isEqualTo("Generation 2 was written. Seen running in Asterisk");
        assertThat(bench.asterisk.lastReload().changed())
                .contains(new ObjectKey("endpoint", "anna"), new ObjectKey("endpoint", "bob"));
        assertThat(bench.rounds.verifiedGeneration()).isEqualTo(2);
    }

    @Test
    void only_what_has_changed_is_looked_at_when_the_rest_was_seen() {
        bench.user("anna").settled();

        bench.user("bob").change();

        assertThat(bench.asterisk.lastReload().changed())
                .isNotEmpty()
                .allMatch(key -> key.name().startsWith("bob"));
    }

    @Test
    void a_state_at_rest_is_neither_rendered_nor_reloaded_nor_looked_at() {
        bench.user("anna").settled();
        bench.target.shown.set(0);

        Round round = bench.round(Reason.RECONCILE);

        assertThat(bench.target.shown).hasValue(0);
        assertThat(bench.asterisk.reloads).isEmpty();
        assertThat(bench.asterisk.looks).isEmpty();
        assertThat(round.reload()).isInstanceOf(ReloadOutcome.Verified.class);
    }

    @Test
    void what_changes_no_file_is_not_reloaded_and_counts_as_seen() {
        bench.user("anna").settled();

        Round round = bench.user(People.builder("anna")
                        .context("internal")
                        .notes("never rendered")
                        .build())
                .change();

        assertThat(round.written()).isNotNull();
        assertThat(round.written().isWritten()).isFalse();
        assertThat(bench.asterisk.reloads).isEmpty();
        assertThat(bench.asterisk.looks).isEmpty();
        assertThat(bench.rounds.verifiedGeneration()).isEqualTo(2);
        assertThat(bench.rounds.isRunning(2)).isTrue();
    }

    @Test
    void an_asterisk_that_was_started_again_is_looked_at_and_left_alone_if_all_runs() {
        bench.user("anna").settled();
        bench.asterisk.incarnation = "second";

        bench.round(Reason.RECONCILE);
        bench.round(Reason.RECONCILE);

        assertThat(bench.asterisk.reloads).isEmpty();
        assertThat(bench.asterisk.looks).hasSize(1);
        assertThat(bench.asterisk.looks.get(0).changed())
                .isEqualTo(bench.asterisk.looks.get(0).wanted().keys());
    }

    @Test
    void an_asterisk_that_was_started_again_and_runs_something_else_reloads_and_is_asked_for_all() {
        bench.user("anna").user("bob").settled();
        bench.asterisk.incarnation = "second";
        bench.asterisk.sight = request -> FakeAsterisk.otherVersion("anna");

        bench.round(Reason.RECONCILE);

        assertThat(bench.asterisk.reloads).hasSize(1);
        assertThat(bench.asterisk.lastReload().changed())
                .as("what it runs is not known")
                .isEqualTo(bench.asterisk.lastReload().wanted().keys());
        assertThat(bench.rounds.isRunning(2)).isTrue();
    }

    @Test
    void what_is_refused_after_a_restart_is_not_called_running_any_more() {
        bench.user("anna").settled();
        bench.asterisk.incarnation = "second";
        bench.asterisk.sight = request -> FakeAsterisk.missing("anna");
        bench.asterisk.always(FakeAsterisk.missing("anna"));

        bench.round(Reason.RECONCILE);

        assertThat(bench.rounds.verifiedGeneration()).as("it ran once").isEqualTo(1);
        assertThat(bench.rounds.isRunning(1)).isFalse();
    }

    @Test
    void an_asterisk_that_does_not_answer_a_look_is_not_made_to_wait_for_twice() {
        bench.user("anna").settled();
        bench.asterisk.incarnation = "";
        bench.asterisk.sight = request -> FakeAsterisk.UNREACHABLE;

        Round round = bench.round(Reason.RECONCILE);

        assertThat(round.reload()).isInstanceOf(ReloadOutcome.Unreachable.class);
        assertThat(bench.asterisk.reloads).isEmpty();
        assertThat(bench.rounds.isRunning(1)).isFalse();
    }

    @Test
    void on_request_asterisk_is_looked_at_whatever_is_known() {
        bench.user("anna").settled();

        bench.round(Reason.REQUEST);

        assertThat(bench.asterisk.looks).hasSize(1);
        assertThat(bench.asterisk.reloads).isEmpty();
    }

    @Test
    void files_that_someone_has_replaced_are_written_again_and_every_object_is_in_doubt() {
        bench.user("anna").user("bob").settled();
        bench.target.edit();

        Round round = bench.round(Reason.RECONCILE);

        assertThat(round.written()).isNotNull();
        assertThat(round.written().isWritten()).isTrue();
        assertThat(bench.asterisk.lastReload().changed())
                .isEqualTo(bench.asterisk.lastReload().wanted().keys());
        assertThat(bench.target.text()).contains("[anna]", "[bob]").doesNotContain("by hand");
    }
}
