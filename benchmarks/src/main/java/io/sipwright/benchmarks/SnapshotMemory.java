package io.sipwright.benchmarks;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.jdbc.JdbcStore;
import io.sipwright.jdbc.TinkSecretCipher;
import io.sipwright.store.ObjectQuery;
import io.sipwright.user.SipUser;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** How much heap it takes to read all users, in a JVM of its own that has little. */
public final class SnapshotMemory {

    private static final int ROOMY = 64;
    private static final List<Integer> SIZES = List.of(10, 12, 14, 16, 20, 24, 32, 48, 64);
    private static final int SECONDS = 300;

    private SnapshotMemory() {}

    /** Lines to be printed. */
    static List<String> measure(BenchmarkDatabase database, String keyset) throws IOException, InterruptedException {
        String roomy = run(database, keyset, ROOMY);
        int smallest = 0;
        for (int size : SIZES) {
            if (!run(database, keyset, size).isEmpty()) {
                smallest = size;
                break;
            }
        }
        return List.of(
                "Heap, " + database.label() + ", reading 100,000 users with -Xmx" + ROOMY + "m: "
                        + (roomy.isEmpty() ? "not enough" : roomy) + "; aim: < 64 MiB more.",
                "Smallest heap, " + database.label() + ", of those tried, for the whole JVM: -Xmx" + smallest + "m.");
    }

    /** What the other JVM has to say; empty if its memory was not enough. */
    private static String run(BenchmarkDatabase database, String keyset, int megabytes)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SnapshotMemory.class.getName(),
                        database.url(),
                        database.user())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().write(keyset.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                return "";
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } finally {
            process.destroy();
        }
    }

    /**
     * The other JVM. The keyset comes from standard input.
     *
     * @param arguments address of the database, and user
     */
    public static void main(String[] arguments) throws IOException {
        String keyset = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setUsername(arguments[1]);
        config.setPassword("");
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            JdbcStore store = JdbcStore.builder(pool, TinkSecretCipher.ofKeyset(keyset))
                    .tablePrefix("o_")
                    .build();
            store.read(view -> view.users().list(ObjectQuery.all().limit(10))); // loads the classes
            System.gc();
            long before = used();
            AtomicLong most = mostAfterCollections();
            long count = store.<Long>read(view -> {
                try (Stream<SipUser> users = view.users().stream()) {
                    return users.mapToLong(user -> user.name().isEmpty() ? 0 : 1)
                            .sum();
                }
            });
            System.out.printf(
                    Locale.ROOT,
                    "%.1f MiB before, at most %.1f MiB more after a collection while %,d were read",
                    mebibytes(before),
                    mebibytes(Math.max(0, most.get() - before)),
                    count);
        }
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Counts what every collection leaves, also the small ones, which leave garbage among the old. */
    private static AtomicLong mostAfterCollections() {
        AtomicLong most = new AtomicLong();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) -> most.accumulateAndGet(
                                    left(GarbageCollectionNotificationInfo.from(
                                            (CompositeData) notification.getUserData())),
                                    Math::max),
                            notification -> notification
                                    .getType()
                                    .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION),
                            null);
        }
        return most;
    }

    private static long left(GarbageCollectionNotificationInfo collection) {
        return collection.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> isHeap(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    private static boolean isHeap(String pool) {
        return List.of("Eden Space", "Survivor Space", "Tenured Gen").contains(pool);
    }

    private static double mebibytes(long bytes) {
        return bytes / 1024.0 / 1024.0;
    }
}
