package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.store.ConflictException;
import io.sipwright.store.StoreView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What instances do to each other that share a database. */
abstract class JdbcRaceContract extends JdbcBreakContract {

    private static final int ROUNDS = 25;
    private static final int RACERS = 4;

    /** Runs as many callers at once; fails with the first that fails. */
    static <R> List<R> together(List<Callable<R>> callers) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(callers.size());
        try {
            List<R> results = new ArrayList<>();
            for (Future<R> caller : executor.invokeAll(callers, 120, TimeUnit.SECONDS)) {
                results.add(caller.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void of_instances_that_race_for_a_name_one_gets_it() throws Exception {
        try (HikariDataSource otherPool = database.pool(10)) {
            JdbcStore other = database.store(otherPool, cipher).build();
            CyclicBarrier barrier = new CyclicBarrier(RACERS);
            List<Callable<List<Boolean>>> racers = new ArrayList<>();
            for (int racer = 0; racer < RACERS; racer++) {
                int number = racer;
                racers.add(() -> {
                    List<Boolean> won = new ArrayList<>();
                    for (int round = 0; round < ROUNDS; round++) {
                        barrier.await(60, TimeUnit.SECONDS);
                        won.add(tries(number % 2 == 0 ? store : other, number, round));
                    }
                    return won;
                });
            }

            List<List<Boolean>> won = together(racers);

            for (int round = 0; round < ROUNDS; round++) {
                int number = round;
                assertThat(won.stream().filter(racer -> racer.get(number)))
                        .as("round %s", round)
                        .hasSize(1);
            }
            assertThat(generation()).isEqualTo(ROUNDS);
        }
    }

    /** A user or a trunk of one name, in several spellings, and once with another before it; any other exception fails the test. */
    private static boolean tries(JdbcStore store, int racer, int round) {
        String name = (racer == 0 ? "Name" : "name") + round;
        try {
            write(store, writing -> {
                if (racer == 3) {
                    writing.trunks().upsertAll(List.of(trunk("other" + round)), spec -> 1);
                }
                return racer >= 2
                        ? writing.trunks().insert(trunk(name), 1)
                        : writing.users().insert(user(name, "1"), 1);
            });
            return true;
        } catch (ConflictException e) {
            assertThat(e.name()).isEqualTo(name);
            return false;
        }
    }

    @Test
    void instances_that_meet_an_empty_database_at_once_all_find_it_prepared() throws Exception {
        FreshDatabase empty = newDatabase();
        CyclicBarrier barrier = new CyclicBarrier(RACERS);
        List<Callable<byte[]>> instances = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            instances.add(() -> {
                barrier.await(60, TimeUnit.SECONDS);
                empty.initializer().run();
                JdbcStore instance = empty.store(empty.dataSource(), cipher).build();
                byte[] key = instance.stampKey();
                write(instance, writing -> writing.users().upsertAll(List.of(user("alice", "1")), spec -> 1));
                return key;
            });
        }

        List<byte[]> keys = together(instances);

        assertThat(keys).allSatisfy(key -> assertThat(key).isEqualTo(keys.get(0)));
        JdbcStore after = empty.store(empty.dataSource(), cipher).build();
        new Consistency(empty).check(after);
        assertThat(after.<Long>read(StoreView::generation)).isEqualTo(1);
    }
}
