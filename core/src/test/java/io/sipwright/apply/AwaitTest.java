package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.user.SipUser;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a caller waits, and what for. */
@Timeout(60)
class AwaitTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    /** A short wait has not become a long one. */
    private static void isShort(long start) {
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void it_ends_when_the_change_was_seen_running() {
        try (Bench bench = new Bench()) {
            Applied applied = bench.create("anna");

            assertThat(applied.isVerified()).isTrue();
            assertThat(applied.summary()).contains("Seen running in Asterisk");
        }
    }

    @Test
    void it_ends_early_when_the_change_was_refused() {
        try (Bench bench = new Bench()) {
            bench.asterisk.always(FakeAsterisk.otherVersion("anna"));
            long start = System.nanoTime();

            Applied applied = bench.create("anna");

            isShort(start);
            assertThat(applied.isVerified()).isFalse();
            assertThat(applied.summary()).contains("endpoint anna runs in another version");
        }
    }

    @Test
    void it_ends_early_when_the_change_was_taken_back() {
        try (Bench bench = new Bench()) {
            bench.create("anna");
            bench.asterisk.next(FakeAsterisk.missing("anna"), FakeAsterisk.UNREACHABLE);

            Applied applied = bench.create("bob");

            assertThat(applied.isVerified()).isFalse();
            assertThat(applied.summary()).startsWith("Taken back");
            Bounded.until(
                    "the good files reach Asterisk",
                    () -> bench.condition(Condition.Type.RELOADED).status() == Condition.Status.TRUE);
            assertThat(bench.asterisk.lastReload().generation()).isEqualTo(1);
        }
    }

    @Test
    void it_lasts_as_long_as_it_may_while_asterisk_is_not_reached_and_ends_when_it_is() {
        try (Bench bench = new Bench()) {
            bench.asterisk.always(FakeAsterisk.UNREACHABLE);
            Provisioned<SipUser> created = bench.sipwright.users().create(People.user("anna"));
            long start = System.nanoTime();

            assertThat(created.awaitApplied(SHORT).isVerified()).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SHORT);
            isShort(start);
            bench.asterisk.always(FakeAsterisk.VERIFIED);
            assertThat(created.awaitApplied(Bounded.LONG).isVerified()).isTrue();
        }
    }

    @Test
    void a_time_out_of_nothing_and_one_without_end_are_times_too() {
        try (Bench bench = new Bench()) {
            Provisioned<SipUser> created = bench.sipwright.users().create(People.user("anna"));

            assertThat(created.awaitApplied(ChronoUnit.FOREVER.getDuration()).isVerified())
                    .isTrue();
            assertThat(created.awaitApplied(Duration.ZERO).isVerified()).isTrue();
        }
    }

    @Test
    void an_interrupted_thread_stays_so_and_learns_how_far_it_has_come() {
        try (Bench bench = new Bench()) {
            bench.asterisk.always(FakeAsterisk.UNREACHABLE);
            Provisioned<SipUser> created = bench.sipwright.users().create(People.user("anna"));
            long start = System.nanoTime();
            Thread.currentThread().interrupt();

            Applied applied = created.awaitApplied(Duration.ofMinutes(5));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(applied.isVerified()).isFalse();
            isShort(start);
        }
    }

    @Test
    void close_ends_the_wait() throws InterruptedException {
        Bench bench = new Bench();
        bench.asterisk.always(FakeAsterisk.UNREACHABLE);
        Provisioned<SipUser> created = bench.sipwright.users().create(People.user("anna"));
        Thread waiting = new Thread(() -> created.awaitApplied(Duration.ofMinutes(5)));
        waiting.start();

        bench.close();
        waiting.join(Bounded.LONG.toMillis());

        assertThat(waiting.isAlive()).isFalse();
    }

    @Test
    void a_node_that_is_dead_and_one_that_is_slow_do_not_hold_back_another() {
        FakeAsterisk dead = new FakeAsterisk().always(FakeAsterisk.UNREACHABLE);
        FakeAsterisk slow = new FakeAsterisk();
        FakeAsterisk well = new FakeAsterisk();
        CountDownLatch released = new CountDownLatch(1);
        slow.answer = request -> {
            Bounded.await(released);
            return FakeAsterisk.VERIFIED;
        };
        try (Sipwright sipwright = three(dead, slow, well)) {
            Provisioned<SipUser> created = sipwright.users().create(People.user("anna"));

            Bounded.until("the third runs it", () -> sipwright.status().get(2).verifiedGeneration() == 1);
            Applied applied = created.awaitApplied(SHORT);
            assertThat(applied.isVerified()).isFalse();
            assertThat(applied.nodes()).extracting(NodeStatus::node).containsExactly("a-dead", "b-slow", "c-well");
            assertThat(applied.summary()).contains("a-dead: ", "connection refused", "c-well: ");

            released.countDown();
            dead.always(FakeAsterisk.VERIFIED);
            assertThat(created.awaitApplied(Bounded.LONG).isVerified()).isTrue();
        }
    }

    @Test
    void a_refusal_by_one_node_ends_the_wait_for_one_that_is_dead() {
        FakeAsterisk dead = new FakeAsterisk().always(FakeAsterisk.UNREACHABLE);
        FakeAsterisk refusing = new FakeAsterisk().always(FakeAsterisk.otherVersion("anna"));
        long start = System.nanoTime();
        try (Sipwright sipwright = three(dead, refusing, new FakeAsterisk())) {
            Applied applied = sipwright.users().create(People.user("anna")).awaitApplied(Bounded.LONG);

            isShort(start);
            assertThat(applied.summary()).contains("b-slow: ", "endpoint anna runs in another version");
        }
    }

    private static Sipwright three(FakeAsterisk first, FakeAsterisk second, FakeAsterisk third) {
        return Sipwright.builder()
                .node(new Node("c-well", new FakeTarget(), third))
                .node(new Node("a-dead", new FakeTarget(), first))
                .node(new Node("b-slow", new FakeTarget(), second))
                .applySettings(Bench.QUICK)
                .build();
    }
}
