package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.store.InMemoryStore;
import io.sipwright.template.TemplateCatalog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of the applying. */
@Timeout(60)
class CloseTest {

    static List<Thread> threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix) && thread.isAlive())
                .toList();
    }

    @Test
    void it_waits_for_the_round_that_is_under_way() {
        CountDownLatch reloading = new CountDownLatch(1);
        Bench bench = new Bench();
        bench.asterisk.answer = request -> {
            reloading.countDown();
            Bounded.pause(300);
            return FakeAsterisk.VERIFIED;
        };
        bench.sipwright.users().create(People.user("anna"));
        Bounded.await(reloading);

        bench.close();

        assertThat(bench.asterisk.closed.get()).isPositive();
        assertThat(bench.target.text())
                .as("round or no round, the files are whole")
                .isNotNull();
        assertThat(bench.status().lastRound()).isNotNull();
        assertThat(bench.status().lastRound().reload()).isEqualTo(FakeAsterisk.VERIFIED);
    }

    @Test
    void it_ends_all_threads_and_may_be_called_again() {
        Bench bench = new Bench();
        bench.create("anna");

        bench.close();
        bench.close();

        assertThat(threads("sipwright-" + Node.DEFAULT_NAME)).isEmpty();
        Bounded.until("the heartbeat has ended", () -> threads("sipwright-").isEmpty());
    }

    @Test
    void what_is_changed_after_it_is_stored_and_applied_after_the_next_start() {
        InMemoryStore memory = new InMemoryStore();
        Bench bench = new Bench(memory, new FakeTarget(), builder -> builder);
        bench.create("anna");
        bench.close();

        Applied applied = bench.create("bob");
        assertThat(applied.isVerified()).isFalse();
        assertThat(bench.target.text()).doesNotContain("[bob]");

        try (Bench next = new Bench(memory, bench.target, builder -> builder)) {
            next.awaitVerified(2);
            assertThat(next.target.text()).contains("[bob]");
        }
    }

    @Test
    void it_does_not_wait_longer_than_its_limit_for_a_long_reload() {
        CountDownLatch reloading = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        FakeAsterisk slow = new FakeAsterisk();
        slow.answer = request -> {
            reloading.countDown();
            Bounded.await(released);
            return FakeAsterisk.VERIFIED;
        };
        FakeAsterisk other = new FakeAsterisk();
        ApplyEngine engine = engine(new Node("a-slow", new FakeTarget(), slow), new Node("b", new FakeTarget(), other));
        engine.start();
        Bounded.await(reloading);
        long start = System.nanoTime();

        engine.close(Duration.ofMillis(300));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(slow.closed).as("which may end the reload").hasValue(1);
        assertThat(other.closed).hasValue(1);
        assertThat(threads("sipwright-b")).isEmpty();
        released.countDown();
        Bounded.until("the thread ends", () -> threads("sipwright-a-slow").isEmpty());
    }

    @Test
    void an_interrupted_thread_closes_all_the_same() {
        FakeAsterisk first = new FakeAsterisk();
        FakeAsterisk second = new FakeAsterisk();
        ApplyEngine engine = engine(new Node("c", new FakeTarget(), first), new Node("d", new FakeTarget(), second));
        engine.start();
        Thread.currentThread().interrupt();

        engine.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(first.closed).hasValue(1);
        assertThat(second.closed).hasValue(1);
        Bounded.until(
                "the threads end",
                () -> threads("sipwright-c").isEmpty() && threads("sipwright-d").isEmpty());
    }

    @Test
    void a_store_that_is_away_and_a_reloader_that_throws_do_not_keep_it_from_ending() {
        Bench bench = new Bench();
        bench.create("anna");
        bench.store.down = true;

        bench.close();

        assertThat(bench.asterisk.closed).hasValue(1);
        assertThat(threads("sipwright-" + Node.DEFAULT_NAME)).isEmpty();
    }

    @Test
    void a_listener_that_closes_does_not_wait_for_itself() {
        Bench[] bench = new Bench[1];
        CountDownLatch built = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        bench[0] = new Bench(builder -> builder.listener(new ApplyListener() {
            @Override
            public void roundEnded(NodeStatus before, NodeStatus after) {
                Bounded.await(built);
                bench[0].close();
                closed.countDown();
            }
        }));
        built.countDown();

        Bounded.await(closed);
        Bounded.until(
                "the thread ends",
                () -> threads("sipwright-" + Node.DEFAULT_NAME).isEmpty());
    }

    @Test
    void an_instance_that_is_asked_after_its_end_keeps_no_lease() {
        Bench bench = new Bench();
        bench.create("anna");
        bench.close();

        bench.sipwright.apply();

        assertThat(bench.memory.nodes().acquire(Node.DEFAULT_NAME, "another", Duration.ofSeconds(1)))
                .isPresent();
    }

    private static ApplyEngine engine(Node... nodes) {
        Renderer renderer = new Renderer(TemplateCatalog.shipped(), AsteriskVersion.V22, Stamps.keyed(new byte[16]));
        return new ApplyEngine(
                new InMemoryStore(), renderer, List.of(nodes), Bench.QUICK, List.of(), ApplyEngine.daemons());
    }
}
