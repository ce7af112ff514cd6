package io.sipwright.realtime;

import static io.sipwright.realtime.MovedWorld.FIRST;
import static io.sipwright.realtime.MovedWorld.SECOND;
import static io.sipwright.realtime.MovedWorld.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.apply.Drift;
import io.sipwright.realtime.MoveStep.State;
import io.sipwright.template.OptionOverride;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserPatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Timeout;

/** All of the way to rows and back, while phones register and a trunk is registered. */
@Timeout(300)
class MoveTest {

    private final List<PhoneLoop> phones = new ArrayList<>();

    @AsteriskTest(versions = 22)
    void two_nodes_and_one_database(AsteriskInstallation installation) {
        try (MovedWorld world = new MovedWorld(installation, true, "east", "west")) {
            thereAndBack(world);
        }
    }

    @AsteriskTest(versions = 16)
    void one_node_and_two_databases(AsteriskInstallation installation) {
        try (MovedWorld world = new MovedWorld(installation, false, "east")) {
            thereAndBack(world);
        }
    }

    private void thereAndBack(MovedWorld world) {
        List<String> all = List.copyOf(world.asterisks.keySet());
        world.rows.update("INSERT INTO ps_aors (id) VALUES (?)", "stranger");
        try (CarrierLog carrier = new CarrierLog()) {
            try (Sipwright host = world.host(all, List.of())) {
                for (String name : List.of("alice", "bob", "changing", "leaving", "last")) {
                    host.users().create(user(name));
                }
                host.trunks()
                        .create(TrunkSpec.builder("carrier", "custom_credential")
                                .server("127.0.0.1")
                                .port(carrier.port())
                                .username("account1")
                                .password(FIRST)
                                .override(OptionOverride.set("registration", "max_random_initial_delay", "0"))
                                .build());
                world.settle(host);
                assertThat(carrier.news(all.size())).containsOnly("registered");
                assertThat(states(world.move().toRows()).get(0)).isEqualTo(State.NEXT);
            }
            try {
                for (AsteriskServer asterisk : world.asterisks.values()) {
                    phones.add(new PhoneLoop(asterisk, "alice", FIRST));
                    phones.add(new PhoneLoop(asterisk, "bob", FIRST));
                }
                toRows(world, all, carrier);
                toFiles(world, all, carrier);
            } finally {
                phones.forEach(PhoneLoop::close);
            }
            for (PhoneLoop phone : phones) {
                assertThat(phone.answers()).containsOnlyKeys("200");
            }
        }
    }

    private static void toRows(MovedWorld world, List<String> all, CarrierLog carrier) {
        Move move = world.move();
        try (Sipwright host = world.host(all, all)) {
            world.settle(host);
            endsOnceAtMost(carrier, 0);
            assertThat(states(move.toRows()).subList(0, 4))
                    .containsExactly(State.DONE, State.NEXT, State.LATER, State.LATER);
            for (String name : all) {
                restart(carrier, () -> world.restartWithRows(name));
                assertThat(step(move.toRows(), name, 0).state()).isEqualTo(State.DONE);
                assertThat(step(move.toRows(), name, 1).state()).isEqualTo(State.NEXT);
                if (name.equals(all.get(0))) { // some read rows by now, others do not yet
                    host.users()
                            .update(
                                    "changing",
                                    SipUserPatch.builder().secret(SECOND).build());
                    host.users().delete("leaving");
                    world.settle(host);
                    areSoEverywhere(world);
                }
            }
            endsOnceAtMost(carrier, 0);
            assertThat(move.emptyFiles(all.get(0)).detail()).contains("without the node " + all.get(0));
            areSoEverywhere(world);
        }
        try (Sipwright host = world.host(List.of(), all)) {
            host.users().delete("last"); // which the files still have
            host.users().create(user("new"));
            for (String name : all) {
                MovedWorld.await(() -> step(move.toRows(), name, 2).state() == State.NEXT);
                assertThat(move.emptyFiles(name).toString()).startsWith("done");
                assertThat(world.isOnDisk(name, FIRST)).isFalse();
            }
            world.settle(host);
            assertThat(states(move.toRows())).containsOnly(State.DONE);
            assertThat(host.drift()).allMatch(Drift::isNone);
            assertThat(carrier.news(0)).doesNotContain("unregistered");
            areSoEverywhere(world);
            for (AsteriskServer asterisk : world.asterisks.values()) {
                assertThat(Phones.register(asterisk, "last", FIRST)).isNotEqualTo(200);
                assertThat(Phones.register(asterisk, "new", FIRST)).isEqualTo(200);
            }
        }
    }

    private static void toFiles(MovedWorld world, List<String> all, CarrierLog carrier) {
        Move move = world.move();
        assertThat(states(move.toFiles()).subList(0, 2)).containsExactly(State.NEXT, State.LATER);
        try (Sipwright host = world.host(all, all)) {
            world.settle(host);
            endsOnceAtMost(carrier, 0);
            for (String name : all) {
                assertThat(step(move.toFiles(), name, 0).state()).isEqualTo(State.DONE);
                assertThat(step(move.toFiles(), name, 1).state()).isEqualTo(State.NEXT);
                restart(carrier, () -> world.restartWithoutRows(name));
                assertThat(step(move.toFiles(), name, 1).toString()).startsWith("done");
                if (name.equals(all.get(0))) {
                    host.users().create(user("late"));
                    host.users().delete("new");
                    world.settle(host);
                }
            }
            areSoEverywhere(world);
            assertThat(move.deleteRows().detail()).contains("without the node " + all.get(0) + "-rows");
            assertThat(world.rows.column("SELECT id FROM ps_auths")).contains("alice");
        }
        try (Sipwright host = world.host(all, List.of())) {
            assertThat(move.deleteRows().toString()).startsWith("done");
            host.users().create(user("after"));
            world.settle(host);
            assertThat(states(move.toFiles())).contains(State.DONE).doesNotContain(State.BLOCKED);
            assertThat(host.drift()).allMatch(Drift::isNone);
            endsOnceAtMost(carrier, 0);
        }
        for (RowTable table : RowTable.values()) {
            assertThat(world.rows.column("SELECT id FROM " + table.table()))
                    .isEqualTo(table == RowTable.AORS ? List.of("stranger") : List.of());
        }
        assertThat(states(move.toFiles())).containsOnly(State.DONE);
        for (AsteriskServer asterisk : world.asterisks.values()) {
            assertThat(Phones.register(asterisk, "late", FIRST)).isEqualTo(200);
            assertThat(Phones.register(asterisk, "after", FIRST)).isEqualTo(200);
            assertThat(Phones.register(asterisk, "new", FIRST)).isNotEqualTo(200);
        }
    }

    /** Asterisk tells carriers nothing of its end, and registers anew. */
    private static void restart(CarrierLog carrier, Runnable restart) {
        endsOnceAtMost(carrier, 0);
        restart.run();
        endsOnceAtMost(carrier, 1);
    }

    /** A host that applies files has trunks register anew when it could not see what runs, as while others reload. */
    private static void endsOnceAtMost(CarrierLog carrier, int news) {
        assertThat(carrier.news(news)).filteredOn("unregistered"::equals).hasSizeLessThanOrEqualTo(1);
    }

    private static void areSoEverywhere(MovedWorld world) {
        for (AsteriskServer asterisk : world.asterisks.values()) {
            assertThat(Phones.register(asterisk, "changing", FIRST)).isEqualTo(401);
            assertThat(Phones.register(asterisk, "changing", SECOND)).isEqualTo(200);
            assertThat(Phones.register(asterisk, "leaving", FIRST)).isNotEqualTo(200);
        }
    }

    private static List<State> states(Collection<MoveStep> steps) {
        return steps.stream().map(MoveStep::state).toList();
    }

    private static MoveStep step(List<MoveStep> steps, String node, int number) {
        return steps.stream().filter(step -> step.node().equals(node)).toList().get(number);
    }
}
