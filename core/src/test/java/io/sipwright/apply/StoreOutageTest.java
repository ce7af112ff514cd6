package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.apply.Condition.Status;
import io.sipwright.apply.Condition.Type;
import io.sipwright.store.NodeState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that is away for a while. */
@Timeout(60)
class StoreOutageTest {

    @Test
    void rounds_say_what_is_wrong_and_recover_by_themselves() {
        try (Bench bench =
                new Bench(builder -> builder.applySettings(Bench.QUICK.withReconcileInterval(Duration.ofMillis(50))))) {
            bench.create("anna");
            bench.asterisk.forget();
            bench.store.down = true;

            Bounded.until(
                    "the outage is seen", () -> bench.condition(Type.RENDERED).status() == Status.FALSE);
            assertThat(bench.condition(Type.RENDERED).message()).isEqualTo("The database is not reached");
            assertThat(bench.condition(Type.DRIFTED).status()).isEqualTo(Status.UNKNOWN);
            assertThat(bench.status().summary()).isEqualTo("Not written: The database is not reached");
            assertThat(bench.status().verifiedGeneration()).isEqualTo(1);

            bench.memory.write(writing -> writing.users().insert(People.user("bob"), 1));
            bench.store.down = false;
            bench.awaitVerified(2);
            Bounded.until(
                    "the outage is over", () -> bench.condition(Type.RENDERED).status() == Status.TRUE);
            assertThat(bench.asterisk.reloads).hasSize(1);
        }
    }

    @Test
    void what_is_wanted_is_not_called_running_while_it_can_not_be_read() {
        try (Bench bench =
                new Bench(builder -> builder.applySettings(Bench.QUICK.withReconcileInterval(Duration.ofMillis(50))))) {
            bench.create("anna");
            bench.store.down = true;
            bench.sipwright.users().create(People.user("bob"));

            Bounded.until(
                    "the outage is seen", () -> bench.condition(Type.RENDERED).status() == Status.FALSE);
            assertThat(bench.condition(Type.VERIFIED).status()).isEqualTo(Status.FALSE);
            assertThat(bench.status().desiredGeneration()).isEqualTo(2);
        }
    }

    @Test
    void what_could_not_be_recorded_ran_all_the_same_and_is_recorded_later() {
        RoundBench bench = new RoundBench().user("anna");
        bench.store.recordingDown = true;

        Round round = bench.change();

        assertThat(round.summary())
                .isEqualTo("Generation 1 was written. Seen running in Asterisk, but then: The database is not reached");
        assertThat(bench.rounds.isRunning(1)).isTrue();
        bench.store.recordingDown = false;
        assertThat(bench.round(Reason.RETRY).failure()).isNull();
        assertThat(bench.memory.nodes().state(Node.DEFAULT_NAME)).isEqualTo(new NodeState(1, 1, ""));
        assertThat(bench.asterisk.reloads).hasSize(1);
    }

    @Test
    void a_round_that_fails_takes_nothing_back_of_what_was_recorded() {
        RoundBench bench = new RoundBench().user("anna").settled();
        bench.tenure.release();
        RoundBench another = bench.another();
        another.target.beforeShowing = () -> {
            throw new IllegalStateException("a bug in a target");
        };

        another.change();

        assertThat(bench.memory.nodes().state(Node.DEFAULT_NAME).verifiedGeneration())
                .isEqualTo(1);
        assertThat(another.rounds.isRunning(1)).as("not seen by this instance").isFalse();
    }

    @Test
    void a_lease_that_can_not_be_given_back_does_not_fail_a_change_that_is_stored() {
        try (Bench bench = new Bench(builder -> builder.applying(Applying.BEFORE_RETURN))) {
            bench.asterisk.answer = request -> {
                bench.store.registryDown = true;
                return FakeAsterisk.VERIFIED;
            };

            Applied applied = bench.sipwright
                    .users()
                    .create(People.user("anna"))
                    .applied()
                    .orElseThrow();

            assertThat(applied.isVerified()).isTrue();
        }
    }
}
