package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ReloadOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Objects that ran and are gone come back with the last known good files. */
class TakingBackTest {

    private final RoundBench bench = new RoundBench();

    @BeforeEach
    void anna_runs() {
        bench.user("anna").settled();
    }

    /** Anna and the new user bob; anna is gone when Asterisk has read it. */
    private Round poisoned() {
        bench.asterisk.next(FakeAsterisk.missing("anna"));
        return bench.user(People.user("anna", "sales")).user("bob").change();
    }

    @Test
    void the_files_are_brought_back_and_reloaded() {
        Round round = poisoned();

        assertThat(round.restored()).isTrue();
        assertThat(round.summary()).startsWith("Taken back").contains("endpoint anna is not there");
        assertThat(bench.target.text()).contains("context=internal").doesNotContain("[bob]");
        assertThat(bench.asterisk.reloads).hasSize(2);
        assertThat(bench.asterisk.lastReload().generation()).isEqualTo(1);
        assertThat(bench.asterisk.lastReload().wanted().keys())
                .noneMatch(key -> key.name().startsWith("bob"));
        assertThat(bench.rounds.verifiedGeneration()).isEqualTo(1);
        assertThat(bench.rounds.writtenGeneration()).isEqualTo(1);
    }

    @Test
    void what_only_the_refused_files_held_must_be_seen_to_be_gone() {
        poisoned();

        assertThat(bench.asterisk.lastReload().removed()).contains(new ObjectKey("endpoint", "bob"));
        assertThat(bench.asterisk.lastReload().changed()).contains(new ObjectKey("endpoint", "anna"));
    }

    @Test
    void objects_that_are_gone_after_a_reload_of_unknown_outcome_ran_before_it() {
        bench.asterisk.next(FakeAsterisk.UNREACHABLE, FakeAsterisk.missing("anna"));
        bench.user(People.user("anna", "sales")).change();

        Round round = bench.round(Reason.RETRY);

        assertThat(round.restored()).isTrue();
        assertThat(bench.target.text()).contains("context=internal");
    }

    @Test
    void it_is_not_tried_again_by_itself() {
        poisoned();
        bench.asterisk.forget();

        for (Reason reason : new Reason[] {Reason.RECONCILE, Reason.CHANGE, Reason.RETRY, Reason.CHANGE_WHILE_DOWN}) {
            Round round = bench.user(People.builder("bob")
                            .context("internal")
                            .notes("changes no file: " + reason)
                            .build())
                    .round(reason);
            assertThat(round.restored()).isTrue();
            assertThat(round.summary()).startsWith("Taken back");
        }
        assertThat(bench.asterisk.reloads).isEmpty();
        assertThat(bench.target.text()).doesNotContain("[bob]");
    }

    @Test
    void nor_is_it_by_another_instance() {
        poisoned();
        bench.tenure.release();
        bench.asterisk.forget();

        RoundBench another = bench.another();
        Round round = another.change();

        assertThat(round.restored()).isTrue();
        assertThat(round.summary()).isEqualTo("Taken back, because objects that ran before were gone.");
        assertThat(bench.asterisk.reloads).isEmpty();
        assertThat(bench.target.text()).doesNotContain("[bob]");
        assertThat(another.rounds.verifiedGeneration()).as("what was recorded").isEqualTo(1);
        assertThat(bench.memory.nodes().state(Node.DEFAULT_NAME).verifiedGeneration())
                .isEqualTo(1);
    }

    @Test
    void it_is_tried_again_when_something_changes() {
        poisoned();

        Round round = bench.user(People.user("anna", "support")).change();

        assertThat(round.restored()).isFalse();
        assertThat(bench.target.text()).contains("context=support", "[bob]");
        assertThat(bench.rounds.isRunning(4)).isTrue();
    }

    @Test
    void it_is_tried_again_when_it_comes_again_after_something_else() {
        poisoned();
        bench.user("anna").delete("bob").change();

        Round round = bench.user(People.user("anna", "sales")).user("bob").change();

        assertThat(round.restored()).isFalse();
        assertThat(bench.rounds.isRunning(bench.generation())).isTrue();
    }

    @Test
    void it_is_tried_again_on_request_and_taken_back_again_if_need_be() {
        poisoned();
        bench.asterisk.next(FakeAsterisk.missing("anna"));

        assertThat(bench.round(Reason.REQUEST).restored()).isTrue();
        assertThat(bench.target.text()).doesNotContain("[bob]");
        assertThat(bench.round(Reason.REQUEST).restored()).isFalse();
        assertThat(bench.target.text()).contains("[bob]");
        assertThat(bench.rounds.isRunning(3)).isTrue();
    }

    @Test
    void an_asterisk_that_does_not_answer_after_it_gets_the_good_files_by_a_retry() {
        bench.asterisk.next(FakeAsterisk.missing("anna"), FakeAsterisk.UNREACHABLE);
        Round round = bench.user(People.user("anna", "sales")).change();

        assertThat(round.restored()).isTrue();
        assertThat(round.reload()).as("a retry is needed").isInstanceOf(ReloadOutcome.Unreachable.class);
        assertThat(bench.round(Reason.CHANGE_WHILE_DOWN).reload()).isInstanceOf(ReloadOutcome.Unreachable.class);
        assertThat(bench.asterisk.reloads).hasSize(2);
        Round retry = bench.round(Reason.RETRY);
        assertThat(retry.restored()).isTrue();
        assertThat(retry.reload()).isInstanceOf(ReloadOutcome.Verified.class);
        assertThat(bench.asterisk.reloads).hasSize(3);
        assertThat(bench.asterisk.lastReload().generation()).isEqualTo(1);
    }

    @Test
    void nothing_is_brought_back_for_objects_that_never_ran() {
        bench.asterisk.next(FakeAsterisk.missing("bob"));

        Round round = bench.user("bob").change();

        assertThat(round.restored()).isFalse();
        assertThat(bench.target.text()).contains("[bob]");
        assertThat(bench.target.restored).hasValue(0);
    }

    @Test
    void nor_for_objects_that_run_in_another_version() {
        bench.asterisk.next(FakeAsterisk.otherVersion("anna"));

        assertThat(bench.user(People.user("anna", "sales")).change().restored()).isFalse();
    }

    @Test
    void nor_over_files_that_someone_has_edited_meanwhile() {
        bench.asterisk.answer = request -> {
            bench.target.edit();
            return FakeAsterisk.missing("anna");
        };

        assertThat(bench.user(People.user("anna", "sales")).change().restored()).isFalse();
        assertThat(bench.target.text()).contains("by hand");
    }

    @Test
    void nor_where_the_last_known_good_could_not_be_kept() {
        bench.target.beforeMarking = () -> {
            throw new IllegalStateException("no space left on device");
        };
        Round kept = bench.user(People.user("anna", "support")).change();
        assertThat(kept.failure()).as("it runs all the same").isNull();
        bench.asterisk.next(FakeAsterisk.missing("anna"));

        assertThat(bench.user(People.user("anna", "sales")).change().restored()).isFalse();
        assertThat(bench.target.restored).hasValue(0);
    }
}
