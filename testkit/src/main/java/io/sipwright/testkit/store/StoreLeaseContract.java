package io.sipwright.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.Lease;
import io.sipwright.store.NodeState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How every store hands out leases, and what it records of nodes. */
abstract class StoreLeaseContract extends StoreRandomQueryContract {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final int RACERS = 8;
    private static final int ROUNDS = 20;

    /** Lets at least so much time pass by the clock of leases; by default that is the clock of the store. */
    protected void passLeaseTime(Duration time) throws InterruptedException {
        clock.advance(time.plusMillis(1));
    }

    private Lease taken(String owner, Duration length) {
        return store.nodes().acquire("node", owner, length).orElseThrow();
    }

    private Optional<Lease> tried(String owner) {
        return store.nodes().acquire("node", owner, LONG);
    }

    @Test
    void a_lease_is_refused_while_another_holds_it() {
        Lease lease = taken("a", LONG);

        assertThat(lease.node()).isEqualTo("node");
        assertThat(lease.owner()).isEqualTo("a");
        assertThat(tried("b")).isEmpty();
        assertThat(store.nodes().acquire("another", "b", LONG)).isPresent();
        assertThat(store.nodes().renew(lease, LONG)).isTrue();
    }

    @Test
    void a_lease_that_was_released_is_free() {
        Lease first = taken("a", LONG);
        store.nodes().release(first);
        Lease second = taken("b", LONG);

        assertThat(second.fence()).isGreaterThan(first.fence());
        store.nodes().release(first); // was lost, and takes nothing from the other
        assertThat(tried("a")).isEmpty();
        assertThat(store.nodes().renew(second, LONG)).isTrue();
    }

    @Test
    void a_lease_that_ended_is_free_and_its_holder_overtaken() throws InterruptedException {
        Lease first = taken("a", SHORT);
        passLeaseTime(SHORT);
        Lease second = taken("b", LONG);

        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(store.nodes().renew(first, LONG)).isFalse();
        assertThat(store.nodes().record(first, new NodeState(1, 1, "late"))).isFalse();
        assertThat(store.nodes().state("node")).isEqualTo(NodeState.UNKNOWN);
        store.nodes().release(first);
        assertThat(tried("a")).isEmpty();
        assertThat(store.nodes().record(second, new NodeState(2, 1, ""))).isTrue();
    }

    @Test
    void a_lease_that_was_renewed_lasts() throws InterruptedException {
        Lease lease = taken("a", SHORT);
        assertThat(store.nodes().renew(lease, LONG)).isTrue();
        passLeaseTime(SHORT);

        assertThat(tried("b")).isEmpty();
    }

    @Test
    void a_lease_that_ended_can_be_renewed_until_another_takes_it() throws InterruptedException {
        Lease lease = taken("a", SHORT);
        passLeaseTime(SHORT);

        assertThat(store.nodes().renew(lease, LONG)).isTrue();
        assertThat(tried("b")).isEmpty();
    }

    @Test
    void an_owner_that_takes_its_lease_anew_overtakes_itself() {
        Lease first = taken("a", LONG);
        Lease second = taken("a", LONG);

        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(store.nodes().renew(first, LONG)).isFalse();
        assertThat(store.nodes().record(first, NodeState.UNKNOWN)).isFalse();
        assertThat(store.nodes().renew(second, LONG)).isTrue();
    }

    @Test
    void the_state_of_a_node_is_read_as_it_was_recorded() {
        assertThat(store.nodes().state("node")).isEqualTo(NodeState.UNKNOWN);
        Lease lease = taken("a", LONG);
        for (NodeState state : List.of(
                new NodeState(7, 6, "{\"a\": \"'😀\n\\\"}"),
                new NodeState(-1, Long.MAX_VALUE, ""),
                new NodeState(Long.MAX_VALUE, -1, "x".repeat(50_000)))) {
            assertThat(store.nodes().record(lease, state)).isTrue();
            assertThat(store.nodes().state("node")).isEqualTo(state);
        }
        store.nodes().release(lease);
        NodeState last = store.nodes().state("node");
        taken("b", LONG);
        assertThat(store.nodes().state("node")).isEqualTo(last);
        assertThat(store.nodes().state("another")).isEqualTo(NodeState.UNKNOWN);
        assertThat(generation()).isZero();
    }

    @Test
    void a_lease_of_no_one_is_worth_nothing() {
        Lease invented = new Lease("node", "a", 1);

        assertThat(store.nodes().renew(invented, LONG)).isFalse();
        assertThat(store.nodes().record(invented, new NodeState(1, 1, ""))).isFalse();
        store.nodes().release(invented);
        assertThat(store.nodes().state("node")).isEqualTo(NodeState.UNKNOWN);
    }

    @Test
    void owners_are_told_apart_exactly() {
        taken("host-a", LONG);

        assertThat(tried("HOST-A")).isEmpty();
        assertThat(tried("hóst-a")).isEmpty();
        assertThat(tried("host-a ")).isEmpty();
    }

    @Test
    void nodes_are_told_apart_exactly() {
        taken("a", LONG);

        assertThat(store.nodes().acquire("NODE", "b", LONG)).isPresent();
        assertThat(store.nodes().acquire("nöde", "b", LONG)).isPresent();
    }

    @Test
    void of_many_who_race_for_a_lease_one_wins() throws InterruptedException, ExecutionException {
        CyclicBarrier barrier = new CyclicBarrier(RACERS);
        List<Queue<Lease>> winners = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            winners.add(new ConcurrentLinkedQueue<>());
        }
        List<Callable<Void>> racers = new ArrayList<>();
        for (int racer = 0; racer < RACERS; racer++) {
            String owner = "owner" + racer;
            racers.add(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    // First nodes that no one knows yet, then one that all know.
                    String node = round < ROUNDS / 2 ? "node" + round : "node";
                    barrier.await(60, TimeUnit.SECONDS);
                    Optional<Lease> lease = store.nodes().acquire(node, owner, LONG);
                    lease.ifPresent(winners.get(round)::add);
                    barrier.await(60, TimeUnit.SECONDS);
                    lease.ifPresent(store.nodes()::release);
                }
                return null;
            });
        }
        Callers.together(racers);

        assertThat(winners).allSatisfy(round -> assertThat(round).hasSize(1));
        assertThat(winners.subList(ROUNDS / 2, ROUNDS))
                .extracting(round -> round.element().fence())
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
