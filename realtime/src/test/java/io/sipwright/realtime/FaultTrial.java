package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Batch;
import io.sipwright.apply.Drift;
import io.sipwright.jdbc.JdbcStore;
import io.sipwright.jdbc.TinkSecretCipher;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.store.StoreView;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Two Asterisks on one PostgreSQL, hosts in processes of their own, and phones of users whom nobody changes. What happens to
 * them is up to the test; {@link #settles} tells whether all is well in the end.
 */
final class FaultTrial implements AutoCloseable {

    static final int CHANGES = Integer.getInteger("sipwright.realtime.changes", 300);

    static final Duration LEASE = Duration.ofMillis(1000);

    /** A change takes some ten milliseconds; while others work on the machine, more. */
    static final Duration LIMIT = Duration.ofSeconds(40 + CHANGES / 10);

    private static final String CALM_PASSWORD = "Vq7-wT2_mXc9Rk";
    private static final int SAMPLE = 12;

    final DurablePostgreSql postgreSql = new DurablePostgreSql();
    final Map<String, AsteriskServer> nodes = new TreeMap<>();
    final Callers callers;

    private final AsteriskVersion version;
    private final JdbcStore store;
    private final Path settings;
    private final List<HostProcess> hosts = new ArrayList<>();
    private final Map<String, String> calm = new TreeMap<>();

    FaultTrial(AsteriskInstallation installation, Path directory) {
        version = AsteriskVersion.parse(Integer.toString(installation.major())).orElseThrow();
        store = JdbcStore.builder(postgreSql.database().dataSource(), TinkSecretCipher.ofKeyset(Deployment.KEYSET))
                .build();
        for (int i = 0; i < 3; i++) {
            calm.put("calm" + i, CALM_PASSWORD);
        }
        try (Deployment first = Deployment.inOneDatabase(postgreSql.database(), version, Map.of())) {
            first.sipwright.upsertAll(new Batch(
                    List.of(),
                    calm.keySet().stream()
                            .map(name -> Course.user(name, CALM_PASSWORD))
                            .toList()));
            first.sipwright.apply();
        }
        for (String name : List.of("one", "two")) {
            nodes.put(
                    name,
                    Nodes.builder(installation, postgreSql.port(), "postgres", "postgres")
                            .start());
        }
        settings = settings(directory);
        callers = new Callers(nodes, calm);
    }

    private Path settings(Path directory) {
        Properties properties = new Properties();
        properties.setProperty("url", postgreSql.url());
        properties.setProperty("keyset", Deployment.KEYSET);
        properties.setProperty("lease", Long.toString(LEASE.toMillis()));
        properties.setProperty("seconds", Long.toString(LIMIT.toSeconds() * 3));
        nodes.forEach((name, asterisk) -> {
            properties.setProperty(name + ".port", Integer.toString(asterisk.amiPort()));
            properties.setProperty(name + ".user", asterisk.amiUser());
            properties.setProperty(name + ".secret", asterisk.amiSecret());
        });
        Path file = directory.resolve("hosts.properties");
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    HostProcess host(String owner) {
        HostProcess host = new HostProcess(settings, owner);
        hosts.add(host);
        return host;
    }

    long generation() {
        return store.<Long>read(StoreView::generation);
    }

    long verified(String node) {
        return store.nodes().state(node).verifiedGeneration();
    }

    void awaitVerified(long generation, String... names) {
        for (String node : names) {
            Waiting.until(LIMIT, () -> verified(node) >= generation);
            assertThat(verified(node)).as("verified on " + node).isGreaterThanOrEqualTo(generation);
        }
    }

    /** The host that applies to a node, or did last. */
    String applier(String node) {
        return String.valueOf(postgreSql
                .database()
                .column("SELECT owner FROM sip_nodes WHERE node = ?", node)
                .get(0));
    }

    /** Asserts that unchanged users were accepted each time within a period, and were so often at each of some nodes. */
    void unchangedUsersRegistered(long begin, long end, String... names) {
        for (String node : names) {
            List<Callers.Call> calls = callers.within(begin, end).stream()
                    .filter(call -> call.node().equals(node))
                    .toList();
            assertThat(calls).as("calls at " + node).hasSizeGreaterThan(calm.size());
            assertThat(calls).allMatch(Callers.Call::isAccepted, "is accepted");
        }
    }

    /**
     * Asserts that in the end nothing is lost and nothing stale: each node is verified by itself, and rows and phones are as
     * the steps say that were made.
     *
     * @param made how many steps of each host's course
     */
    void settles(Map<String, Integer> made) {
        awaitVerified(generation(), "one", "two");
        hosts.stream().filter(HostProcess::isAlive).forEach(HostProcess::end);
        Map<String, String> users = new TreeMap<>(calm);
        made.forEach((owner, steps) -> users.putAll(new Course(owner).usersAfter(steps)));
        Map<String, String> passwords = new TreeMap<>();
        TestDatabase database = postgreSql.database();
        database.column("SELECT id || ' ' || password FROM ps_auths").forEach(row -> {
            String[] parts = String.valueOf(row).split(" ", 2);
            passwords.put(parts[0], RowText.unescaped(parts[1]));
        });
        assertThat(passwords).isEqualTo(users);
        new RowsOfStore(database, store, version).areAllThereAre();
        try (Deployment last = Deployment.inOneDatabase(database, version, nodes)) {
            assertThat(last.sipwright.drift()).hasSize(2).allMatch(Drift::isNone);
        }
        made.forEach((owner, steps) -> phones(new Course(owner), steps));
    }

    private void phones(Course course, int steps) {
        nodes.forEach((name, node) -> {
            sample(course.usersAfter(steps))
                    .forEach((user, password) -> assertThat(Phones.register(node, user, password))
                            .as(user + " at " + name)
                            .isEqualTo(200));
            sample(course.formerPasswords(steps))
                    .forEach((user, password) -> assertThat(Phones.register(node, user, password))
                            .as("the former password of " + user + " at " + name)
                            .isEqualTo(401));
            course.goneAfter(steps).stream()
                    .limit(SAMPLE)
                    .forEach(user -> assertThat(Phones.register(node, user, CALM_PASSWORD))
                            .as(user + ", who is gone, at " + name)
                            .isNotEqualTo(200));
        });
    }

    /** Evenly spread ones of many. */
    private static Map<String, String> sample(Map<String, String> all) {
        Map<String, String> some = new TreeMap<>();
        List<String> names = List.copyOf(all.keySet());
        for (int i = 0; i < names.size(); i += Math.max(1, names.size() / SAMPLE)) {
            some.put(names.get(i), String.valueOf(all.get(names.get(i))));
        }
        return some;
    }

    @Override
    public void close() {
        callers.close();
        hosts.forEach(HostProcess::close);
        nodes.values().forEach(AsteriskServer::close);
        postgreSql.close();
    }
}
