package io.sipwright.realtime;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Measures how long a real Asterisk 22 that reads rows takes to answer what Sipwright asks: {@code AmiLatencyMeasurement yes
 * 1000 5000}; with {@code no} it may not read all endpoints at once. The answers of {@link FakeAsterisk} take as long. Prints a
 * table; no test.
 */
final class AmiLatencyMeasurement {

    private static final int SAMPLES = 500;
    private static final int RELOADS = 3;
    private static final int BATCH = 10_000;

    private AmiLatencyMeasurement() {}

    public static void main(String[] args) {
        System.out.println("| users | action | n | p50 | p99 | (ms)");
        for (int i = 1; i < args.length; i++) {
            measure(Integer.parseInt(args[i]), args[0].equals("yes"));
        }
        System.exit(0); // nothing that was started outlives it
    }

    private static void measure(int users, boolean readingAll) {
        TestDatabase database = PostgreSqlServer.newDatabase();
        try (Deployment filling = Deployment.inOneDatabase(database, AsteriskVersion.V22, Map.of())) {
            for (int from = 0; from < users; from += BATCH) {
                filling.sipwright.upsertAll(SimulatedUsers.batch("user", from, Math.min(users, from + BATCH)));
            }
            filling.sipwright.apply();
        }
        database.run("ANALYZE;\n");
        AsteriskInstallation installation =
                AsteriskInstallation.find(22).orElseThrow(() -> new IllegalStateException("There is no Asterisk 22"));
        long start = System.nanoTime();
        try (AsteriskServer asterisk =
                Nodes.builder(installation, database, readingAll).start()) {
            System.out.printf("| %,d | start | 1 | %,.1f | |%n", users, (System.nanoTime() - start) / 1e6);
            memory(users, asterisk, "start");
            row(users, "connect and login", 50, i -> asterisk.ami().close());
            try (AmiProbe ami = asterisk.ami()) {
                row(users, "Ping", SAMPLES, i -> ami.send("Ping", Map.of()));
                row(users, "CoreStatus", SAMPLES, i -> ami.send("CoreStatus", Map.of()));
                row(users, "Getvar endpoint", SAMPLES, i -> ami.sorcery("endpoint", "user" + i, "@rev"));
                row(users, "Getvar auth", SAMPLES, i -> ami.sorcery("auth", "user" + i, "@rev"));
                row(users, "Getvar aor", SAMPLES, i -> ami.sorcery("aor", "user" + i, "@rev"));
                row(users, "Getvar of none", SAMPLES, i -> ami.sorcery("endpoint", "none" + i, "@rev"));
                row(
                        users,
                        "PJSIPShowEndpoint",
                        SAMPLES,
                        i -> ami.list("PJSIPShowEndpoint", Map.of("Endpoint", "user" + i)));
                row(users, "PJSIPShowContacts, none there", 50, i -> ami.list("PJSIPShowContacts", Map.of()));
                row(users, "Reload of registrations", 20, i -> reload(ami, "res_pjsip_outbound_registration.so"));
                row(users, "Reload of res_pjsip.so", RELOADS, i -> reload(ami, "res_pjsip.so"));
                memory(users, asterisk, "reload");
            }
        }
    }

    private static void memory(int users, AsteriskServer asterisk, String when) {
        try {
            String size = Files.readAllLines(Path.of("/proc/" + asterisk.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .findFirst()
                    .orElse("");
            System.out.printf("| %,d | memory after %s: %s |%n", users, when, size.replaceAll("\\s+", " "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void reload(AmiProbe ami, String module) {
        if (!ami.send("Reload", Map.of("Module", module)).isSuccess()) {
            throw new IllegalStateException("The reload of " + module + " was refused");
        }
    }

    private static void row(int users, String action, int samples, IntConsumer ask) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            long start = System.nanoTime();
            ask.accept(i);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        Quantiles found = Quantiles.of(millis);
        System.out.printf("| %,d | %s | %d | %.2f | %.2f |%n", users, action, samples, found.p50(), found.p99());
    }
}
