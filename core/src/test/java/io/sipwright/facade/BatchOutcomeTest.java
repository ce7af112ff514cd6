package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.Batch;
import io.sipwright.BatchOutcome;
import io.sipwright.BatchProgress;
import io.sipwright.Provisioned;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.Violation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch of which some objects are wrong, and one that takes long. */
class BatchOutcomeTest {

    @TempDir
    Path temporary;

    private Workbench bench;

    @BeforeEach
    void bench() {
        bench = new Workbench(temporary);
    }

    @Test
    void what_is_valid_is_stored_and_the_outcome_names_the_rest() {
        Provisioned<BatchOutcome> stored = bench.sipwright.upsertValid(
                new Batch(
                        List.of(Samples.trunk("good"), Samples.trunk("acl")),
                        List.of(
                                Samples.user("anna"),
                                Samples.user("bob").toBuilder().secret("short").build(),
                                Samples.user("ANNA"),
                                Samples.user("carl"))),
                BatchProgress.ignored());

        assertThat(stored.generation()).isEqualTo(1);
        BatchOutcome outcome = stored.value();
        assertThat(outcome.violations())
                .extracting(Violation::path)
                .containsExactly("trunks[1].name", "users[1].secret", "users[2].name");
        assertThat(outcome.trunks().get(0).stored()).isNotNull();
        assertThat(outcome.trunks().get(1).stored()).isNull();
        assertThat(outcome.users().get(3).violations()).isEmpty();
        assertThat(outcome.stored().users()).extracting(user -> user.name()).containsExactly("anna", "carl");
        assertThat(bench.usersFile()).contains("[anna]", "[carl]").doesNotContain("[bob]", "[ANNA]");
    }

    @Test
    void a_batch_of_nothing_but_mistakes_changes_nothing() {
        bench.sipwright.users().create(Samples.user("anna"));
        Workbench.Snapshot before = bench.snapshot();

        bench.sipwright.upsertValid(
                new Batch(List.of(), List.of(Samples.user("acl"), Samples.user("no good"))), BatchProgress.ignored());

        assertThat(bench.snapshot()).isEqualTo(before);
    }

    @Test
    void a_long_batch_tells_how_far_it_is() {
        List<String> told = new ArrayList<>();

        bench.sipwright.upsertAll(
                new Batch(List.of(Samples.trunk("carrier")), users(2500)),
                (phase, done, total) -> told.add(phase + " " + done + "/" + total));

        assertThat(told)
                .containsExactly(
                        "CHECKING 1000/2501",
                        "CHECKING 2000/2501",
                        "CHECKING 2501/2501",
                        "STORING 1001/2501",
                        "STORING 2001/2501",
                        "STORING 2501/2501");
    }

    @Test
    void a_batch_that_is_broken_off_has_changed_nothing() {
        Workbench.Snapshot before = bench.snapshot();

        assertThatThrownBy(() -> bench.sipwright.upsertAll(new Batch(List.of(), users(2000)), (phase, done, total) -> {
                    if (phase == BatchProgress.Phase.STORING) {
                        throw new IllegalStateException("enough");
                    }
                }))
                .hasMessage("enough");

        assertThat(bench.snapshot()).isEqualTo(before);
    }

    private static List<SipUserSpec> users(int count) {
        return IntStream.range(0, count).mapToObj(i -> Samples.user("u" + i)).toList();
    }
}
