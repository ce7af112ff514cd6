package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.render.Stamps;
import org.junit.jupiter.api.Test;

/** Reloaders that do not look, and renderings without stamps. */
class UnobservedTest {

    private final RoundBench bench = new RoundBench();

    @Test
    void an_asterisk_that_only_says_yes_is_asked_once_for_each_change_and_nothing_is_verified() {
        bench.asterisk.always(new ReloadOutcome.Accepted());
        bench.user("anna").change();
        bench.round(Reason.RECONCILE);
        bench.user(People.builder("anna")
                        .context("internal")
                        .notes("never rendered")
                        .build())
                .change();

        assertThat(bench.asterisk.reloads).hasSize(1);
        assertThat(bench.asterisk.looks).isEmpty();
        assertThat(bench.rounds.verifiedGeneration()).isEqualTo(-1);
    }

    @Test
    void on_request_it_is_asked_again() {
        bench.asterisk.always(new ReloadOutcome.Accepted());
        bench.user("anna").change();

        bench.round(Reason.REQUEST);

        assertThat(bench.asterisk.reloads).hasSize(2);
    }

    @Test
    void an_asterisk_that_is_left_alone_is_so_on_request_too() {
        bench.asterisk.always(new ReloadOutcome.NotAsked());
        bench.user("anna").change();
        bench.round(Reason.RECONCILE);

        Round round = bench.round(Reason.REQUEST);

        assertThat(bench.asterisk.reloads).hasSize(1);
        assertThat(round.summary()).isEqualTo("The files already held generation 1");
        assertThat(bench.rounds.verifiedGeneration()).isEqualTo(-1);
    }

    @Test
    void without_stamps_the_content_of_what_has_changed_is_kept_and_of_nothing_else() {
        RoundBench plain = new RoundBench(Stamps.off());
        plain.user("anna").settled();

        plain.user("bob").change();

        Manifest wanted = plain.asterisk.lastReload().wanted();
        assertThat(wanted.isStamped()).isFalse();
        assertThat(wanted.find(new ObjectKey("endpoint", "bob")).orElseThrow().section())
                .isNotNull();
        assertThat(wanted.find(new ObjectKey("endpoint", "anna")).orElseThrow().section())
                .isNull();
        assertThat(plain.target.text()).doesNotContain(Stamps.OPTION);
    }

    @Test
    void with_stamps_the_content_of_what_has_changed_is_kept_too() {
        bench.user("anna").change();

        Manifest wanted = bench.asterisk.lastReload().wanted();
        assertThat(wanted.isStamped()).isTrue();
        assertThat(wanted.keys())
                .isNotEmpty()
                .allMatch(key -> wanted.find(key).orElseThrow().section() != null);
    }
}
