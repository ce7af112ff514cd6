package io.sipwright.realtime;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.Batch;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Measures how long it takes from a change to a REGISTER that two real Asterisks 22 answer as they should, beside rows that are
 * written by hand: {@code RealtimeMeasurement 1000 20000 100000}. Store and rows are in one PostgreSQL. Prints a table; no test.
 */
final class RealtimeMeasurement {

    private static final int SAMPLES = 300;
    private static final int WARM_UP = 300;
    private static final int BATCH = 10_000;
    private static final String PASSWORD = "Vq7-wT2_mXc9Rk";
    private static final String OTHER = "Jd4-nB8_kWz3Ty";

    private RealtimeMeasurement() {}

    public static void main(String[] counts) {
        System.out.println("| users | a user is | | written p50 | p99 | answered by both p50 | p99 | (ms)");
        System.out.println("|---:|---|---|---:|---:|---:|---:|");
        for (String count : counts) {
            measure(Integer.parseInt(count));
        }
        System.exit(0); // nothing that was started outlives it
    }

    private static void measure(int users) {
        TestDatabase database = pooled(PostgreSqlServer.newDatabase());
        RealtimeSchema.of(database.dataSource()).run();
        AsteriskInstallation installation = AsteriskInstallation.find(22).orElseThrow();
        Map<String, AsteriskServer> nodes = new LinkedHashMap<>();
        try (Deployment filling = Deployment.inOneDatabase(database, AsteriskVersion.V22, Map.of())) {
            for (int from = 0; from < users; from += BATCH) {
                filling.sipwright.upsertAll(new Batch(
                        List.of(),
                        IntStream.range(from, Math.min(users, from + BATCH))
                                .mapToObj(i -> user("user" + i))
                                .toList()));
            }
            filling.sipwright.apply();
        }
        database.run("ANALYZE;\n");
        try (AsteriskServer one = Nodes.start(installation, database);
                AsteriskServer two = Nodes.start(installation, database)) {
            nodes.put("one", one);
            nodes.put("two", two);
            try (Deployment deployment = Deployment.inOneDatabase(database, AsteriskVersion.V22, nodes)) {
                deployment.sipwright.users().create(user("first")).awaitApplied(Duration.ofMinutes(5));
                List<AsteriskServer> both = List.of(one, two);
                Hand hand = new Hand(database);
                var byLibrary = deployment.sipwright.users();
                SipUserPatch patch = SipUserPatch.builder().secret(OTHER).build();
                row(users, "created", "by hand", both, PASSWORD, 200, i -> "hand" + i, hand::insert);
                row(
                        users,
                        "created",
                        "Sipwright",
                        both,
                        PASSWORD,
                        200,
                        i -> "new" + i,
                        it -> byLibrary.create(user(it)));
                row(
                        users,
                        "password changed",
                        "by hand",
                        both,
                        OTHER,
                        200,
                        i -> "hand" + i,
                        it -> hand.change(it, OTHER));
                row(
                        users,
                        "password changed",
                        "Sipwright",
                        both,
                        OTHER,
                        200,
                        i -> "new" + i,
                        it -> byLibrary.update(it, patch));
                row(users, "deleted", "by hand", both, OTHER, 401, i -> "hand" + i, hand::delete);
                row(users, "deleted", "Sipwright", both, OTHER, 401, i -> "new" + i, byLibrary::delete);
            }
        }
    }

    /** Connections as a host has them: kept, and statements prepared once. */
    private static TestDatabase pooled(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(10);
        return new TestDatabase(database.name(), new HikariDataSource(config));
    }

    private static void row(
            int users,
            String what,
            String way,
            List<AsteriskServer> nodes,
            String password,
            int expected,
            IntFunction<String> names,
            Consumer<String> change) {
        List<Double> written = new ArrayList<>();
        List<Double> answered = new ArrayList<>();
        for (int i = 0; i < WARM_UP + SAMPLES; i++) {
            String user = names.apply(i);
            long start = System.nanoTime();
            change.accept(user);
            long there = System.nanoTime();
            List<CompletableFuture<Integer>> answers = nodes.stream()
                    .map(node -> CompletableFuture.supplyAsync(() -> Phones.register(node, user, password)))
                    .toList();
            if (answers.stream().anyMatch(answer -> answer.join() != expected)) {
                throw new IllegalStateException(user + " " + what + " was not answered " + expected);
            }
            if (i >= WARM_UP) {
                written.add((there - start) / 1e6);
                answered.add((System.nanoTime() - start) / 1e6);
            }
        }
        System.out.printf(
                "| %,d | %s | %s | %.1f | %.1f | %.1f | %.1f |%n",
                users,
                what,
                way,
                percentile(written, 50),
                percentile(written, 99),
                percentile(answered, 50),
                percentile(answered, 99));
    }

    private static double percentile(List<Double> values, int percent) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static SipUserSpec user(String name) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .secret(PASSWORD)
                .field("qualify_frequency", "0")
                .build();
    }

    /** The least that such users need, by plain statements. */
    private record Hand(TestDatabase database) {

        void insert(String name) {
            run(
                    name,
                    "INSERT INTO ps_aors (id, max_contacts, remove_existing) VALUES (?, '1', 'yes')",
                    "INSERT INTO ps_auths (id, auth_type, username, password) VALUES (?, 'userpass', ?, '" + PASSWORD
                            + "')",
                    "INSERT INTO ps_endpoints (id, context, auth, aors, disallow, allow)"
                            + " VALUES (?, 'internal', ?, ?, 'all', 'ulaw')");
        }

        void change(String name, String password) {
            run(name, "UPDATE ps_auths SET password = '" + password + "' WHERE id = ?");
        }

        void delete(String name) {
            run(
                    name,
                    "DELETE FROM ps_endpoints WHERE id = ?",
                    "DELETE FROM ps_auths WHERE id = ?",
                    "DELETE FROM ps_aors WHERE id = ?");
        }

        private void run(String name, String... statements) {
            try (Connection connection = database.connect()) {
                connection.setAutoCommit(false);
                for (String sql : statements) {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        for (int i = 1; i <= sql.chars().filter(c -> c == '?').count(); i++) {
                            statement.setString(i, name);
                        }
                        statement.executeUpdate();
                    }
                }
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
