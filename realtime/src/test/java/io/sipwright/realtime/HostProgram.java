package io.sipwright.realtime;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.Sipwright;
import io.sipwright.ami.AmiReloader;
import io.sipwright.apply.ApplySettings;
import io.sipwright.apply.Applying;
import io.sipwright.apply.Node;
import io.sipwright.jdbc.JdbcStore;
import io.sipwright.jdbc.TinkSecretCipher;
import io.sipwright.secret.Secret;
import io.sipwright.store.StoreException;
import io.sipwright.target.TargetException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * A host in a process of its own, to be killed and held up: store and rows in one PostgreSQL, two nodes. Says {@code READY},
 * and after the words {@code go <from> <to>} {@code ACK <number>} for each change of its {@link Course} that counts. Ends with
 * its input.
 */
final class HostProgram {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private HostProgram() {}

    public static void main(String[] arguments) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
            settings.load(reader);
        }
        String owner = arguments[1];
        endAfter(Long.parseLong(settings.getProperty("seconds")));
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (HikariDataSource database = pool(settings.getProperty("url"));
                Sipwright sipwright = sipwright(settings, owner, database)) {
            System.out.println("READY");
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                String[] words = line.split(" ");
                Thread changes = new Thread(
                        () -> change(
                                sipwright, new Course(owner), Integer.parseInt(words[1]), Integer.parseInt(words[2])),
                        "changes");
                changes.setDaemon(true);
                changes.setUncaughtExceptionHandler((thread, e) -> {
                    System.out.println("FAILED " + e);
                    Runtime.getRuntime().halt(1);
                });
                changes.start();
            }
        }
        Runtime.getRuntime().halt(0);
    }

    /** Whoever started this may have forgotten it. */
    private static void endAfter(long seconds) {
        Thread thread = new Thread(() -> {
            try {
                TimeUnit.SECONDS.sleep(seconds);
            } catch (InterruptedException e) {
                // time to end
            }
            Runtime.getRuntime().halt(1);
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static HikariDataSource pool(String url) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(6);
        pool.setConnectionTimeout(2000);
        pool.setValidationTimeout(1000);
        return new HikariDataSource(pool);
    }

    private static Sipwright sipwright(Properties settings, String owner, HikariDataSource database) {
        RealtimeTarget rows =
                RealtimeTarget.builder(database).inDatabaseOfStore(true).build();
        return Sipwright.builder()
                .store(JdbcStore.builder(database, TinkSecretCipher.ofKeyset(settings.getProperty("keyset")))
                        .build())
                .applying(Applying.IN_BACKGROUND)
                .applySettings(ApplySettings.standard()
                        .withRest(Duration.ofMillis(50), 0.5)
                        .withReconcileInterval(Duration.ofSeconds(1))
                        .withPollInterval(Duration.ofMillis(100))
                        .withLease(Duration.ofMillis(Long.parseLong(settings.getProperty("lease"))))
                        .withRetries(Duration.ofMillis(100), Duration.ofMillis(500))
                        .withOwner(owner))
                .node(new Node("one", rows, reloader(settings, "one")))
                .node(new Node("two", rows, reloader(settings, "two")))
                .build();
    }

    private static AmiReloader reloader(Properties settings, String node) {
        return AmiReloader.builder(
                        "127.0.0.1",
                        Integer.parseInt(settings.getProperty(node + ".port")),
                        settings.getProperty(node + ".user"),
                        Secret.of(settings.getProperty(node + ".secret")))
                .build();
    }

    private static void change(Sipwright sipwright, Course course, int from, int to) {
        for (int i = from; i < to; i++) {
            // The first may be one that another host has begun, and could not say what became of it.
            make(sipwright, course.step(i), i == from && from > 0);
            System.out.println("ACK " + i);
        }
    }

    /** Goes on until it counts: a database that is away comes back. */
    private static void make(Sipwright sipwright, Course.Step step, boolean inDoubt) {
        boolean looking = inDoubt;
        while (true) {
            try {
                if (!looking || !step.isMade(sipwright)) {
                    step.make(sipwright);
                }
                return;
            } catch (StoreException | TargetException e) {
                System.out.println("TROUBLE " + step.deed() + " " + step.name() + ": " + e.getMessage());
                looking = true;
                Waiting.pause(PAUSE.toMillis());
            }
        }
    }
}
