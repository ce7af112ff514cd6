package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Provisioned;
import io.sipwright.user.SipUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many changes at once are few reloads, and every one of them is seen running. */
@Timeout(60)
class ThousandCreationsTest {

    private static final int THREADS = 8;
    private static final int EACH = 125;

    @Test
    void a_thousand_creations_ride_in_a_handful_of_reloads() throws Exception {
        AtomicInteger underWay = new AtomicInteger();
        List<String> overlaps = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Bench bench = new Bench(builder -> builder.applySettings(ApplySettings.standard()))) {
            bench.target.beforeShowing = () -> {
                if (underWay.get() != 0) {
                    overlaps.add("files are shown while Asterisk reloads");
                }
            };
            bench.asterisk.answer = request -> {
                underWay.incrementAndGet();
                Bounded.pause(50);
                underWay.decrementAndGet();
                return FakeAsterisk.VERIFIED;
            };
            long start = System.nanoTime();
            List<Callable<List<Provisioned<SipUser>>>> calls = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                calls.add(() -> created(bench, number));
            }
            List<Provisioned<SipUser>> all = new ArrayList<>();
            for (Future<List<Provisioned<SipUser>>> part : threads.invokeAll(calls)) {
                all.addAll(part.get());
            }
            long stored = System.nanoTime() - start;
            assertThat(all)
                    .hasSize(THREADS * EACH)
                    .allMatch(created -> created.awaitApplied(Bounded.LONG).isVerified());
            long verified = System.nanoTime() - start;

            assertThat(overlaps).isEmpty();
            assertThat(bench.status().verifiedGeneration()).isEqualTo(THREADS * EACH);
            assertThat(bench.target.text().lines().filter(line -> line.startsWith("; === SIP USER")))
                    .hasSize(THREADS * EACH);
            int reloads = bench.asterisk.reloads.size();
            System.out.printf(
                    "%d creations by %d threads: stored after %d ms, verified after %d ms, %d reloads%n",
                    THREADS * EACH, THREADS, stored / 1_000_000, verified / 1_000_000, reloads);
            long most = 3 + Duration.ofNanos(verified).toMillis() / 250; // 50 ms and a rest of 200 ms
            assertThat(reloads).isBetween(1, (int) most);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Provisioned<SipUser>> created(Bench bench, int thread) {
        List<Provisioned<SipUser>> created = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            created.add(bench.sipwright.users().create(People.user("user" + thread + "x" + i)));
        }
        return created;
    }
}
