package io.sipwright.realtime;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.apply.Node;
import io.sipwright.jdbc.JdbcStore;
import io.sipwright.jdbc.SchemaInitializer;
import io.sipwright.jdbc.TinkKeysets;
import io.sipwright.jdbc.TinkSecretCipher;
import io.sipwright.reload.Reloader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Simulates many nodes that read the rows of many users from one PostgreSQL: {@code ScaleSimulation 100000 50 10000} for users,
 * nodes, and changes at once. Nodes are fakes in this process that answer from the rows, as late as measured, behind a network
 * of {@code -Dsimulation.roundTrip=1} milliseconds; the host has {@code -Dsimulation.connections} to the database, ten more
 * than nodes by default. {@code -Dsimulation.comparing=true} compares all rows once more. Prints a table; no test.
 */
final class ScaleSimulation {

    private static final int BATCH = 10_000;
    private static final TinkSecretCipher CIPHER = TinkSecretCipher.ofKeyset(TinkKeysets.create());

    private ScaleSimulation() {}

    public static void main(String[] args) {
        int users = Integer.parseInt(args[0]);
        int nodes = Integer.parseInt(args[1]);
        int changes = Integer.parseInt(args[2]);
        Latency latency = Latency.asMeasured(Duration.ofMillis(Integer.getInteger("simulation.roundTrip", 1)));
        int connections = Integer.getInteger("simulation.connections", nodes + 10);
        HostLoad.watchMemory();
        SimulationReport report = new SimulationReport();
        report.line(
                "setting",
                "%,d users, %d nodes, %,d changes at once, %d ms round trip, %d connections, heap of %d MB",
                users,
                nodes,
                changes,
                latency.roundTrip().toMillis(),
                connections,
                Runtime.getRuntime().maxMemory() >> 20);
        TestDatabase database = PostgreSqlServer.newDatabase();
        fill(database, users, report);
        try (ServedRows rows = new ServedRows(database.dataSource(), Math.min(nodes, 50))) {
            List<FakeAsterisk> fakes = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                fakes.add(new FakeAsterisk(rows, latency, request -> {}));
            }
            SimulationPhases phases = new SimulationPhases(database, fakes, report, latency, changes);
            try (Fleet fleet = new Fleet(database.dataSource(), CIPHER, fakes, connections)) {
                phases.all(fleet);
            }
            try (Fleet fleet = new Fleet(database.dataSource(), CIPHER, fakes, connections)) {
                phases.start(fleet, "restart of the host");
            }
        }
        System.exit(0); // nothing that was started outlives it
    }

    /** The users first, and then all rows at once. */
    private static void fill(TestDatabase database, int users, SimulationReport report) {
        SchemaInitializer.of(database.dataSource()).run();
        RealtimeSchema.of(database.dataSource()).run();
        RealtimeTarget rows = RealtimeTarget.builder(database.dataSource()).build();
        try (Sipwright sipwright = Sipwright.builder()
                .store(JdbcStore.builder(database.dataSource(), CIPHER).build())
                .node(new Node(Node.DEFAULT_NAME, rows, Reloader.none()))
                .applying(Applying.ON_REQUEST)
                .build()) {
            long start = System.nanoTime();
            for (int from = 0; from < users; from += BATCH) {
                sipwright.upsertAll(SimulatedUsers.batch("user", from, Math.min(users, from + BATCH)));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            report.line(
                    "filling the store",
                    "%,.0f s, %,.0f users/s, heap at most %,d MB",
                    seconds,
                    users / seconds,
                    HostLoad.peakMegabytes());
            database.run("ANALYZE;\n");
            start = System.nanoTime();
            sipwright.apply();
            seconds = (System.nanoTime() - start) / 1e9;
            report.line(
                    "first writing of all rows",
                    "%,.0f s, %,.0f users/s, heap at most %,d MB",
                    seconds,
                    users / seconds,
                    HostLoad.peakMegabytes());
            if (Boolean.getBoolean("simulation.comparing")) {
                start = System.nanoTime();
                sipwright.apply();
                seconds = (System.nanoTime() - start) / 1e9;
                report.line(
                        "comparing all rows, none differs",
                        "%,.0f s, %,.0f users/s, heap at most %,d MB",
                        seconds,
                        users / seconds,
                        HostLoad.peakMegabytes());
            }
        }
        database.run("ANALYZE;\n");
        report.line("size of the database", "%,d MB", new DatabaseLoad(database).megabytes());
    }
}
