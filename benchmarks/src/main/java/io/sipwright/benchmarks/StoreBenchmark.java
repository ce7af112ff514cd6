package io.sipwright.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.jdbc.TinkKeysets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The JDBC store beside bare JDBC that does the same: creates a user, creates many, and reads all. Before anything is
 * measured, both must have sent the same statements, and the store must find its own users in the rows of the other.
 */
public final class StoreBenchmark {

    private static final int BULK = 10_000;
    private static final int SNAPSHOT = 100_000;
    private static final int BULK_MILLIS = 2_000;

    private final BenchmarkDatabase database;
    private final int rounds;
    private final int bulkRounds;
    private final String keyset = TinkKeysets.create();

    private StoreBenchmark(BenchmarkDatabase database, boolean quick) {
        this.database = database;
        this.rounds = quick ? 1_000 : 3_000;
        this.bulkRounds = quick ? 7 : 15;
    }

    /** A way to start a database. */
    private interface Start {

        BenchmarkDatabase run() throws Exception;
    }

    /**
     * Measures on one database after the other. Only the tables go to standard output.
     *
     * @param arguments {@code --quick} for fewer rounds; {@code --only=} and a database, by default all; a directory for
     *     files
     */
    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        boolean quick = given.contains("--quick");
        List<String> wanted = given.stream()
                .filter(argument -> argument.startsWith("--only="))
                .map(argument -> argument.substring("--only=".length()))
                .toList();
        Path directory = Files.createTempDirectory(
                given.stream()
                        .filter(argument -> !argument.startsWith("--"))
                        .findFirst()
                        .map(Path::of)
                        .orElse(Path.of(".")),
                "store-benchmark-");
        List<String> memory = new ArrayList<>();
        System.out.printf(
                Comparison.HEAD, "database", "work", "by", "rounds", "p50 ms", "p99 ms", "users/s", "x bare", "aim");
        System.out.println(Comparison.RULE);
        try {
            Map<String, Start> databases = new LinkedHashMap<>();
            databases.put("postgresql", () -> BenchmarkDatabase.postgreSql(true));
            databases.put("postgresql-no-fsync", () -> BenchmarkDatabase.postgreSql(false));
            databases.put("h2", () -> BenchmarkDatabase.h2(directory));
            databases.put("mariadb", () -> BenchmarkDatabase.mariaDb(directory));
            databases.keySet().removeIf(name -> !wanted.isEmpty() && !wanted.contains(name));
            for (Start start : databases.values()) {
                try (BenchmarkDatabase database = start.run()) {
                    memory.addAll(new StoreBenchmark(database, quick).run());
                }
            }
        } finally {
            deleteAll(directory);
        }
        System.out.println();
        memory.forEach(System.out::println);
    }

    private List<String> run() throws Exception {
        System.err.println("On " + database.label() + " ...");
        try (HikariDataSource ours = database.pool();
                HikariDataSource bare = database.pool()) {
            StoreUnderTest sipwright = new StoreUnderTest(ours, database, "o_", keyset);
            StoreUnderTest byHand = new StoreUnderTest(bare, database, "b_", keyset);
            new SameWork(database, keyset).check();
            createOne(sipwright, byHand);
            createMany(sipwright, byHand);
            readAll(sipwright, byHand);
        }
        return database.url().startsWith("jdbc:h2:") ? List.of() : SnapshotMemory.measure(database, keyset);
    }

    private void createOne(StoreUnderTest sipwright, StoreUnderTest byHand) {
        Accounts ours = new Accounts(4 * rounds);
        Accounts bare = new Accounts(4 * rounds);
        Comparison.of(
                        rounds,
                        rounds,
                        () -> {},
                        () -> sipwright.create(ours.next()),
                        () -> byHand.bare().create(bare.next()))
                .print(database.label(), "create one", "JdbcStore.write", 1, 0);
        Comparison.of(
                        rounds,
                        rounds,
                        () -> {},
                        () -> sipwright.createValidated(ours.next()),
                        () -> byHand.bare().create(bare.next()))
                .print(database.label(), "create one", "Sipwright.users()", 1, 0);
    }

    /** Accounts one after the other, each once. */
    private static final class Accounts {

        private final List<Account> accounts;
        private int next;

        Accounts(int count) {
            accounts = Account.make(count);
        }

        Account next() {
            return accounts.get(next++);
        }
    }

    private void createMany(StoreUnderTest sipwright, StoreUnderTest byHand) {
        List<Account> accounts = Account.make(BULK);
        Runnable clear = () -> {
            sipwright.clear();
            byHand.clear();
            System.gc();
        };
        Comparison.of(
                        3,
                        bulkRounds,
                        clear,
                        () -> sipwright.createAll(accounts),
                        () -> byHand.bare().createAll(accounts, false))
                .print(database.label(), "create 10,000", "upsertAll", BULK, BULK_MILLIS);
        Comparison.of(
                        3,
                        bulkRounds,
                        clear,
                        () -> sipwright.createAllValidated(accounts),
                        () -> byHand.bare().createAll(accounts, true))
                .print(database.label(), "create 10,000", "Sipwright.upsertAll", BULK, BULK_MILLIS);
    }

    private void readAll(StoreUnderTest sipwright, StoreUnderTest byHand) {
        List<Account> accounts = Account.make(SNAPSHOT);
        for (StoreUnderTest filled : List.of(sipwright, byHand)) {
            filled.clear();
            filled.bare().createAll(accounts, false);
            filled.analyze();
        }
        Comparison.of(
                        2,
                        bulkRounds,
                        System::gc,
                        () -> require(sipwright.readAll()),
                        () -> require(byHand.bare().readAll()))
                .print(database.label(), "read 100,000", "JdbcStore.read", SNAPSHOT, 0);
    }

    private static void require(long count) {
        if (count != SNAPSHOT) {
            throw new IllegalStateException("read " + count);
        }
    }

    private static void deleteAll(Path directory) throws Exception {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
