package io.sipwright.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.jdbc.TinkKeysets;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.render.Renderer;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two hosts on one database, one directory and one Asterisk: one applies at a time, and one that slept undoes nothing. */
@Timeout(300)
class TwoHostsTest {

    private static final long LEASE_MILLIS = 700;
    private static final int PAUSES = Integer.getInteger("pauses", 5);
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @TempDir
    Path directory;

    private HikariDataSource pool;
    private Generations generations;

    /** While one of them stood still. */
    private record Pause(String owner, long begin, long end) {}

    @AsteriskTest(versions = 22)
    void oneAppliesAtATimeAndOneThatSleptUndoesNothing(AsteriskServer asterisk) throws Exception {
        System.out.println("TwoHostsTest: -Dpauses=" + PAUSES + " -Dseed=" + SEED);
        String url = Databases.postgreSql();
        String keyset = TinkKeysets.create();
        Path settings = HostProgram.settings(directory, url, keyset, asterisk, LEASE_MILLIS);
        Path log = directory.resolve("rounds");
        Path trunks = asterisk.configDirectory().resolve(Renderer.TRUNKS_FILE);
        Path users = asterisk.configDirectory().resolve(Renderer.USERS_FILE);
        pool = Databases.pool(url);
        List<Pause> pauses = new ArrayList<>();
        int takeovers = 0;
        int seenTrunks;
        int seenUsers;
        try {
            ProvisioningStore store = Databases.store(pool, keyset);
            generations = new Generations(
                    store,
                    AsteriskVersion.parse(Integer.toString(asterisk.major())).orElseThrow());
            try (FileWatch trunksWatch = new FileWatch(trunks);
                    FileWatch usersWatch = new FileWatch(users);
                    ChildHost one = new ChildHost(settings, "one", SEED, log);
                    ChildHost two = new ChildHost(settings, "two", SEED + 1, log)) {
                one.awaitReady();
                two.awaitReady();
                one.say("go");
                two.say("go");
                Random random = new Random(SEED);
                for (int i = 0; i < PAUSES; i++) {
                    Thread.sleep(300 + random.nextInt(300));
                    String owner = owner();
                    takeovers += pause(owner, owner.equals("one") ? one : two, pauses) ? 1 : 0;
                }
                Thread.sleep(500);
                one.say("drain");
                two.say("drain");
                one.awaitReady();
                two.awaitReady();
                one.end();
                two.end();
                trunksWatch.stop();
                usersWatch.stop();
                generations.update();
                seenTrunks = checkNeverBack(trunksWatch.contents());
                seenUsers = checkNeverBack(usersWatch.contents());
            }
            assertThat(Files.readString(trunks, StandardCharsets.UTF_8)).isEqualTo(generations.trunksFile());
            assertThat(Files.readString(users, StandardCharsets.UTF_8)).isEqualTo(generations.usersFile());
        } finally {
            pool.close();
        }
        List<RoundLog.Entry> rounds = RoundLog.read(log);
        int overlaps = checkOneAtATime(rounds, pauses);
        System.out.printf(
                "%d | two hosts: %d generations, %d rounds (%d by one, %d by two), %d pauses, %d taken over; %d+%d contents"
                        + " of the files seen, none older than the one before; rounds that overlap: %d%n",
                asterisk.major(),
                generations.newest(),
                rounds.size(),
                count(rounds, "one"),
                count(rounds, "two"),
                PAUSES,
                takeovers,
                seenTrunks,
                seenUsers,
                overlaps);
        assertThat(takeovers).as("pauses in which the other has taken the node").isPositive();
        assertThat(count(rounds, "one")).isPositive();
        assertThat(count(rounds, "two")).isPositive();
    }

    /** Holds a host up for longer than its lease, and lets it go on; true if the other took the node. */
    private boolean pause(String owner, ChildHost host, List<Pause> pauses) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        AsteriskProcess.signal(host.pid(), "STOP");
        try {
            return Waiting.until(Duration.ofMillis(3 * LEASE_MILLIS), () -> {
                        String now = owner();
                        return !now.isEmpty() && !now.equals(owner);
                    })
                    && settles();
        } finally {
            AsteriskProcess.signal(host.pid(), "CONT");
            pauses.add(new Pause(owner, begin, System.nanoTime()));
        }
    }

    /** Gives the other some rounds of its own. */
    private static boolean settles() throws InterruptedException {
        Thread.sleep(400);
        return true;
    }

    private String owner() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT owner FROM sip_nodes")) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int checkNeverBack(List<String> contents) {
        long before = 0;
        for (String text : contents) {
            long now = generations.from(text, before);
            assertThat(now)
                    .as("a generation from %d on; known at all: %s", before, generations.isKnown(text))
                    .isNotNegative();
            before = now;
        }
        return contents.size();
    }

    /** But for rounds in which a host stood still: those can't know what has happened meanwhile. */
    private static int checkOneAtATime(List<RoundLog.Entry> rounds, List<Pause> pauses) {
        Predicate<RoundLog.Entry> slept = round -> pauses.stream()
                .anyMatch(pause ->
                        pause.owner.equals(round.owner()) && pause.begin < round.end() && round.begin() < pause.end);
        List<RoundLog.Entry> awake = rounds.stream()
                .filter(slept.negate())
                .sorted(Comparator.comparingLong(RoundLog.Entry::begin))
                .toList();
        int overlaps = 0;
        for (int i = 1; i < awake.size(); i++) {
            RoundLog.Entry before = awake.get(i - 1);
            RoundLog.Entry after = awake.get(i);
            boolean overlap = after.begin() < before.end();
            overlaps += overlap ? 1 : 0;
            assertThat(overlap).as("%s and %s overlap", before, after).isFalse();
            assertThat(after.fence()).as("%s comes after %s", after, before).isGreaterThanOrEqualTo(before.fence());
        }
        return overlaps;
    }

    private static long count(List<RoundLog.Entry> rounds, String owner) {
        return rounds.stream().filter(round -> round.owner().equals(owner)).count();
    }
}
