package io.sipwright.realtime;

import static io.sipwright.realtime.FaultTrial.CHANGES;
import static io.sipwright.realtime.FaultTrial.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskTest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * In the middle of many changes, something dies or stands still. In the end nothing is lost and no row is stale, each node is
 * verified, and phones of users whom nobody changes have registered all the time, wherever Asterisk allows it.
 * {@code -Dsipwright.realtime.changes=10000} for as many as the build has no time for.
 */
@Timeout(3600)
@Execution(ExecutionMode.SAME_THREAD)
class RealtimeFaultsTest {

    private static final int FAULT = CHANGES / 3;
    private static final int MENDED = CHANGES * 2 / 3;

    @TempDir
    Path directory;

    private final long start = System.nanoTime();

    @AsteriskTest(versions = 22)
    void aNodeIsKilledAndStartedAgain(AsteriskInstallation installation) {
        try (FaultTrial trial = new FaultTrial(installation, directory);
                HostProcess host = trial.host("a");
                StartedAgain two = new StartedAgain(
                        Objects.requireNonNull(trial.nodes.get("two")).pid())) {
            long begin = System.nanoTime();
            host.go(0, CHANGES);
            host.awaitAcknowledged(FAULT, LIMIT);
            trial.awaitVerified(1, "one", "two");

            long killed = System.nanoTime();
            two.end(Signal.KILL);
            long down = System.nanoTime();
            long generation = trial.generation();
            long known = trial.verified("two");
            host.awaitAcknowledged(MENDED, LIMIT);
            trial.awaitVerified(generation + 1, "one"); // the other one is not waited for
            assertThat(trial.verified("two")).isEqualTo(known);
            long started = System.nanoTime();
            two.start();

            host.awaitAcknowledged(CHANGES, LIMIT);
            long made = System.nanoTime();
            trial.awaitVerified(trial.generation(), "one", "two");
            long verified = System.nanoTime();
            trial.unchangedUsersRegistered(begin, verified, "one");
            trial.unchangedUsersRegistered(begin, killed, "two");
            assertThat(trial.callers.within(down, started))
                    .filteredOn(call -> call.node().equals("two"))
                    .isNotEmpty()
                    .noneMatch(Callers.Call::isAccepted);
            trial.settles(Map.of("a", CHANGES));
            tell("a node was away for " + millis(down, started) + " ms", begin, made, verified);
        }
    }

    @AsteriskTest(versions = 22)
    void theDatabaseIsStoppedAndStartedAgain(AsteriskInstallation installation) {
        try (FaultTrial trial = new FaultTrial(installation, directory);
                HostProcess host = trial.host("a")) {
            long begin = System.nanoTime();
            host.go(0, CHANGES);
            host.awaitAcknowledged(FAULT, LIMIT);

            long stopped = System.nanoTime();
            trial.postgreSql.crash();
            long down = System.nanoTime();
            int acknowledged = host.acknowledged();
            Waiting.pause(2000);
            assertThat(host.acknowledged()).isLessThanOrEqualTo(acknowledged + 1);
            long started = System.nanoTime();
            trial.postgreSql.startAgain();
            long back = System.nanoTime();

            host.awaitAcknowledged(CHANGES, LIMIT);
            long made = System.nanoTime();
            trial.awaitVerified(trial.generation(), "one", "two");
            long verified = System.nanoTime();
            trial.unchangedUsersRegistered(begin, stopped, "one", "two");
            // Asterisk asks them for a password again and again.
            assertThat(trial.callers.within(down, started)).isNotEmpty().allMatch(call -> call.status() == 401);
            trial.unchangedUsersRegistered(back, verified, "one", "two");
            trial.settles(Map.of("a", CHANGES));
            tell("the database was away for " + millis(down, back) + " ms", begin, made, verified);
        }
    }

    @AsteriskTest(versions = 22)
    void aHostStandsStillForLongerThanItsLease(AsteriskInstallation installation) {
        int others = Math.max(10, CHANGES / 10);
        try (FaultTrial trial = new FaultTrial(installation, directory);
                HostProcess host = trial.host("a")) {
            trial.awaitVerified(1, "one", "two"); // so that this host has both nodes
            HostProcess other = trial.host("b");
            long begin = System.nanoTime();
            host.go(0, CHANGES);
            host.awaitAcknowledged(FAULT, LIMIT);
            assertThat(trial.nodes.keySet())
                    .allMatch(node -> trial.applier(node).equals("a"));
            trial.postgreSql.endIdleTransactions(true);
            host.awaitAcknowledged(host.acknowledged() + 5, LIMIT); // sessions learn it with their next statement

            long held = System.nanoTime();
            Signal.STOP.to(host.pid());
            other.go(0, others);
            other.awaitAcknowledged(others, LIMIT);
            trial.awaitVerified(trial.generation(), "one", "two");
            assertThat(trial.nodes.keySet())
                    .allMatch(node -> trial.applier(node).equals("b"));
            assertThat(host.acknowledged()).isLessThan(CHANGES);
            trial.postgreSql.endIdleTransactions(false);
            Signal.CONT.to(host.pid());
            long released = System.nanoTime();
            assertThat(millis(held, released)).isGreaterThan(FaultTrial.LEASE.toMillis());

            host.awaitAcknowledged(CHANGES, LIMIT);
            long made = System.nanoTime();
            trial.awaitVerified(trial.generation(), "one", "two");
            long verified = System.nanoTime();
            trial.unchangedUsersRegistered(begin, verified, "one", "two");
            trial.settles(Map.of("a", CHANGES, "b", others));
            tell("a host stood still for " + millis(held, released) + " ms", begin, made, verified);
        }
    }

    @AsteriskTest(versions = 22)
    void aHostIsKilled(AsteriskInstallation installation) {
        try (FaultTrial trial = new FaultTrial(installation, directory);
                HostProcess host = trial.host("a")) {
            long begin = System.nanoTime();
            host.go(0, CHANGES);
            host.awaitAcknowledged(FAULT, LIMIT);

            long killed = System.nanoTime();
            host.kill();
            int acknowledged = host.acknowledged();
            assertThat(acknowledged).isLessThan(CHANGES);
            HostProcess next = trial.host("a");
            trial.awaitVerified(trial.generation(), "one", "two");
            long healed = System.nanoTime();
            next.go(acknowledged, CHANGES);
            next.awaitAcknowledged(CHANGES, LIMIT);

            long made = System.nanoTime();
            trial.awaitVerified(trial.generation(), "one", "two");
            long verified = System.nanoTime();
            trial.unchangedUsersRegistered(begin, verified, "one", "two");
            trial.settles(Map.of("a", CHANGES));
            tell(
                    "a host was killed, and " + millis(killed, healed) + " ms later the next had verified",
                    begin,
                    made,
                    verified);
        }
    }

    private void tell(String what, long begin, long made, long verified) {
        System.out.printf(
                "22 | %d changes, %s | changes %d ms, verified on both %d ms later | all of the test %d ms%n",
                CHANGES, what, millis(begin, made), millis(made, verified), millis(start, System.nanoTime()));
    }

    private static long millis(long begin, long end) {
        return (end - begin) / 1_000_000;
    }
}
