package io.sipwright.integration;

import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.Sipwright;
import io.sipwright.apply.ApplySettings;
import io.sipwright.apply.NodeStatus;
import io.sipwright.error.SipwrightException;
import io.sipwright.pjsip.AsteriskVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A host in a process of its own, to be killed and held up. Says {@code READY} with its status when all is verified; makes
 * random changes after the word {@code go}, until the word {@code drain}; then says {@code READY} again. Ends with its input.
 */
final class HostProgram {

    private static final long LONGEST_LIFE_SECONDS = 180;

    private HostProgram() {}

    public static void main(String[] arguments) throws Exception {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
            settings.load(reader);
        }
        String owner = arguments[1];
        Random random = new Random(Long.parseLong(arguments[2]));
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        endInTime();
        try (HikariDataSource pool = Databases.pool(settings.getProperty("url"));
                RoundLog log = new RoundLog(Path.of(arguments[3]), owner, pool);
                Sipwright sipwright = sipwright(settings, owner, pool, log)) {
            ready(sipwright);
            Thread changes = new Thread(() -> change(sipwright, owner, random), "changes");
            for (String word = input.readLine(); word != null; word = input.readLine()) {
                if (word.equals("go")) {
                    changes.setDaemon(true);
                    changes.start();
                } else if (word.equals("drain")) {
                    changes.interrupt();
                    changes.join();
                    ready(sipwright);
                }
            }
        }
        Runtime.getRuntime().halt(0);
    }

    /** Whoever started this may have forgotten it. */
    private static void endInTime() {
        Thread thread = new Thread(() -> {
            try {
                TimeUnit.SECONDS.sleep(LONGEST_LIFE_SECONDS);
            } catch (InterruptedException e) {
                // time to end
            }
            Runtime.getRuntime().halt(1);
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static Sipwright sipwright(Properties settings, String owner, HikariDataSource pool, RoundLog log) {
        return Sipwright.builder()
                .store(Databases.store(pool, settings.getProperty("keyset")))
                .target(Host.files(Path.of(settings.getProperty("directory"))))
                .asteriskVersion(
                        AsteriskVersion.parse(settings.getProperty("major")).orElseThrow())
                .reloader(Host.reloader(
                        "127.0.0.1",
                        Integer.parseInt(settings.getProperty("port")),
                        settings.getProperty("user"),
                        settings.getProperty("secret")))
                .applySettings(ApplySettings.standard()
                        .withRest(Duration.ofMillis(20), 0.1)
                        .withReconcileInterval(Duration.ofSeconds(1))
                        .withPollInterval(Duration.ofMillis(50))
                        .withLease(Duration.ofMillis(Long.parseLong(settings.getProperty("lease"))))
                        .withRetries(Duration.ofMillis(100), Duration.ofMillis(500))
                        .withOwner(owner))
                .listener(log)
                .build();
    }

    /** Waits until what is stored is verified, here or by another host. */
    private static void ready(Sipwright sipwright) throws InterruptedException {
        boolean verified = Waiting.until(Duration.ofSeconds(30), () -> {
            try {
                return sipwright.reconcile().isVerified();
            } catch (SipwrightException e) {
                return false;
            }
        });
        NodeStatus status = sipwright.status().get(0);
        System.out.println((verified ? "READY " : "FAILED ") + status.desiredGeneration() + " "
                + status.verifiedGeneration() + " " + status.summary());
    }

    private static void change(Sipwright sipwright, String owner, Random random) {
        for (long number = 0; !Thread.currentThread().isInterrupted(); number++) {
            try {
                RandomChange.make(sipwright, owner + "-" + number, random);
                Thread.sleep(random.nextInt(20));
            } catch (SipwrightException e) {
                // Another host was quicker, or is held up while it has the row of the state.
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** For tests that start one. */
    static Path settings(
            Path directory, String url, String keyset, io.sipwright.testkit.AsteriskServer asterisk, long lease)
            throws IOException {
        Properties settings = new Properties();
        settings.setProperty("url", url);
        settings.setProperty("keyset", keyset);
        settings.setProperty("directory", asterisk.configDirectory().toString());
        settings.setProperty("major", Integer.toString(asterisk.major()));
        settings.setProperty("port", Integer.toString(asterisk.amiPort()));
        settings.setProperty("user", asterisk.amiUser());
        settings.setProperty("secret", asterisk.amiSecret());
        settings.setProperty("lease", Long.toString(lease));
        Path file = directory.resolve("host.properties");
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            settings.store(writer, null);
        }
        return file;
    }
}
