package io.sipwright.ami;

import io.sipwright.reload.Manifest;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Prints how long a reload takes, bare and with a look at what runs: {@code -Dsipwright.measure=true}. */
@EnabledIfSystemProperty(named = "sipwright.measure", matches = "true")
@Timeout(300)
class ReloadMeasurement {
    private static final int ROUNDS = 5;

    @AsteriskTest
    void atThousandUsers(AsteriskServer asterisk) {
        measure(asterisk, 1_000);
    }

    @AsteriskTest
    void atFiveThousandUsers(AsteriskServer asterisk) {
        measure(asterisk, 5_000);
    }

    private static void measure(AsteriskServer asterisk, int users) {
        try (Deployment deployment = Deployment.of(asterisk);
                AmiProbe probe = asterisk.ami()) {
            for (int i = 0; i < users; i++) {
                deployment.user("user" + i);
            }
            deployment.apply();
            long[] bare = new long[ROUNDS];
            long[] one = new long[ROUNDS];
            long[] look = new long[ROUNDS];
            long[] all = new long[ROUNDS];
            long[] same = new long[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                ReloadRequest request =
                        deployment.user("user7", "another-Secret-471" + i).write();
                bare[i] = time(probe::reload);
                deployment.write();
                one[i] = time(() -> require(deployment.reloader.reload(request)));
                look[i] = time(() -> require(deployment.reloader.verify(request)));
                deployment.write();
                ReloadRequest every = new ReloadRequest(1, request.wanted(), Manifest.empty());
                all[i] = time(() -> require(deployment.reloader.reload(every)));
                ReloadRequest none = new ReloadRequest(1, request.wanted(), request.wanted());
                same[i] = time(() -> require(deployment.reloader.verify(none)));
            }
            System.out.printf(
                    Locale.ROOT,
                    "Asterisk %d, %d users, ms (median of %d): bare reload %d; one changed: reload and look %d, look alone"
                            + " %d; nothing changed: look alone %d; all changed: reload and look %d%n",
                    asterisk.major(),
                    users,
                    ROUNDS,
                    median(bare),
                    median(one),
                    median(look),
                    median(same),
                    median(all));
        }
    }

    @AsteriskTest
    void atThousandUsersWithoutStamps(AsteriskServer asterisk) {
        try (Deployment deployment =
                new Deployment(asterisk, Deployment.reloader(asterisk).build(), false)) {
            for (int i = 0; i < 1_000; i++) {
                deployment.user("user" + i);
            }
            ReloadRequest every = deployment.write();
            require(deployment.reloader.reload(every));
            System.out.printf(
                    Locale.ROOT,
                    "Asterisk %d, 1000 users without stamps, ms: all changed: look alone %d%n",
                    asterisk.major(),
                    time(() -> require(deployment.reloader.verify(every))));
        }
    }

    private static void require(ReloadOutcome outcome) {
        if (!(outcome instanceof ReloadOutcome.Verified)) {
            throw new IllegalStateException(outcome.summary());
        }
    }

    private static long time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
