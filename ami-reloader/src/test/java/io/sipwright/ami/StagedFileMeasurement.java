package io.sipwright.ami;

import io.sipwright.reload.FileReading;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Prints how long it takes to have Asterisk read a file beforehand: {@code -Dsipwright.measure=true}. */
@EnabledIfSystemProperty(named = "sipwright.measure", matches = "true")
@Timeout(300)
class StagedFileMeasurement {
    private static final int ROUNDS = 7;

    @AsteriskTest
    void atSomeSizes(AsteriskServer asterisk) throws IOException {
        try (Deployment deployment = new Deployment(
                asterisk, Deployment.reloader(asterisk).preflight(true).build(), true)) {
            for (int users : new int[] {100, 1_000, 5_000, 20_000}) {
                for (int i = deployment.users.size(); i < users; i++) {
                    deployment.user("user" + i);
                }
                deployment.write();
                Path file = asterisk.configDirectory().resolve("pjsip_users.conf");
                long[] times = new long[ROUNDS];
                for (int i = 0; i < ROUNDS; i++) {
                    AtomicLong sections = new AtomicLong();
                    long start = System.nanoTime();
                    FileReading reading = deployment.reloader.read(file, section -> sections.incrementAndGet());
                    times[i] = (System.nanoTime() - start) / 1_000_000;
                    if (!(reading instanceof FileReading.Read) || sections.get() != 3L * users) {
                        throw new IllegalStateException(reading.toString());
                    }
                }
                Arrays.sort(times);
                System.out.printf(
                        Locale.ROOT,
                        "Asterisk %d, %d users, %d kB: read beforehand in %d ms (median of %d)%n",
                        asterisk.major(),
                        users,
                        Files.size(file) / 1000,
                        times[ROUNDS / 2],
                        ROUNDS);
            }
        }
    }
}
