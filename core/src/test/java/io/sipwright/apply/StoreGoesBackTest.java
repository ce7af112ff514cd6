package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.InMemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** After a failover that lost changes, or a backup played back, generations get their numbers a second time. */
class StoreGoesBackTest {

    @Test
    void a_number_that_was_verified_once_does_not_count_for_another_state() {
        RoundBench bench = new RoundBench();
        bench.user("anna").user("bob").user("carl").settled();
        bench.store.becomes(with("anna", "zoe"));
        bench.asterisk.always(FakeAsterisk.otherVersion("zoe"));

        Round round = bench.round(Reason.CHANGE);

        assertThat(round.generation()).isEqualTo(2);
        assertThat(bench.target.text()).contains("[zoe]").doesNotContain("[bob]");
        assertThat(bench.rounds.verifiedGeneration()).isLessThan(2);
        assertThat(bench.rounds.isRunning(2)).isFalse();
    }

    @Test
    void what_was_lost_is_taken_out_of_asterisk_and_what_is_changed_then_is_waited_for() {
        try (Bench bench = new Bench()) {
            bench.create("anna");
            bench.create("bob");
            assertThat(bench.create("carl").isVerified()).isTrue();
            bench.store.becomes(with("anna"));
            Bounded.until("it is noticed", () -> bench.status().verifiedGeneration() == 1);
            assertThat(bench.target.text()).doesNotContain("[bob]").contains("[anna]");

            bench.asterisk.always(FakeAsterisk.UNREACHABLE);
            Applied applied = bench.sipwright.users().create(People.user("zoe")).awaitApplied(Duration.ofMillis(300));

            assertThat(applied.isVerified()).isFalse();
            assertThat(bench.status().desiredGeneration()).isEqualTo(2);
        }
    }

    @Test
    void what_was_known_of_lost_generations_is_not_told_of_those_that_get_their_numbers() {
        try (Bench bench = new Bench()) {
            bench.create("anna");
            bench.create("bob");
            assertThat(bench.create("carl").isVerified()).isTrue();
            CountDownLatch noticed = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            bench.target.beforeShowing = () -> {
                noticed.countDown();
                Bounded.await(goOn);
            };
            bench.store.becomes(with("anna", "zoe"));
            Bounded.await(noticed);

            NodeStatus status = bench.status();
            assertThat(status.desiredGeneration()).isEqualTo(2);
            assertThat(status.verifiedGeneration()).isEqualTo(-1);
            assertThat(status.writtenGeneration()).isEqualTo(-1);
            assertThat(status.isSettled(1)).isFalse();
            assertThat(status.summary())
                    .isEqualTo("The store has gone back to generation 2, and nothing was applied since");

            goOn.countDown();
            bench.awaitVerified(2);
            assertThat(bench.target.text()).contains("[zoe]").doesNotContain("[bob]");
        }
    }

    private static InMemoryStore with(String... names) {
        InMemoryStore store = new InMemoryStore();
        for (String name : names) {
            store.write(writing -> writing.users().upsertAll(List.of(People.user(name)), user -> 1));
        }
        return store;
    }
}
