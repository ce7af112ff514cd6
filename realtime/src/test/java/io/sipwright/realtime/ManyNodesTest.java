package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.jdbc.SchemaInitializer;
import io.sipwright.jdbc.TinkKeysets;
import io.sipwright.jdbc.TinkSecretCipher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A small share of {@link ScaleSimulation}: all that changes is asked of each node, and no node waits for another. */
@Timeout(120)
class ManyNodesTest {

    private static final int NODES = 3;
    private static final int USERS = 300;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final TinkSecretCipher CIPHER = TinkSecretCipher.ofKeyset(TinkKeysets.create());

    private final TestDatabase database = PostgreSqlServer.newDatabase();
    private final ServedRows rows = new ServedRows(database.dataSource(), NODES);
    private final List<FakeAsterisk> fakes = new ArrayList<>();
    private final List<Set<AmiRequest.Field>> asked = new ArrayList<>();

    @BeforeEach
    void start() {
        SchemaInitializer.of(database.dataSource()).run();
        RealtimeSchema.of(database.dataSource()).run();
        for (int i = 0; i < NODES; i++) {
            Set<AmiRequest.Field> fields = ConcurrentHashMap.newKeySet();
            Consumer<AmiRequest> witness = request -> request.field().ifPresent(fields::add);
            asked.add(fields);
            fakes.add(new FakeAsterisk(rows, Latency.none(), witness));
        }
    }

    @AfterEach
    void stop() {
        fakes.forEach(FakeAsterisk::close);
        rows.close();
    }

    private Fleet fleet() {
        return new Fleet(database.dataSource(), CIPHER, fakes, NODES + 2);
    }

    /** The stamps of all objects of some users. */
    private static Set<AmiRequest.Field> stamps(String prefix, int users) {
        Set<AmiRequest.Field> stamps = new HashSet<>();
        IntStream.range(0, users).forEach(i -> stamps.addAll(fields(prefix + i, "@rev", "@rev", "@rev")));
        return stamps;
    }

    private static List<AmiRequest.Field> fields(String id, String ofEndpoint, String ofAuth, String ofAor) {
        return List.of(
                new AmiRequest.Field("endpoint", id, ofEndpoint),
                new AmiRequest.Field("auth", id, ofAuth),
                new AmiRequest.Field("aor", id, ofAor));
    }

    @Test
    void each_node_is_asked_for_all_that_has_changed() {
        try (Fleet fleet = fleet()) {
            verified(
                    fleet,
                    fleet.sipwright
                            .upsertAll(SimulatedUsers.batch("user", 0, USERS))
                            .generation());
            assertThat(asked).allSatisfy(fields -> assertThat(fields).containsAll(stamps("user", USERS)));

            asked.forEach(Set::clear);
            verified(
                    fleet,
                    fleet.sipwright
                            .users()
                            .update("user7", SimulatedUsers.password(7))
                            .generation());
            assertThat(asked)
                    .allSatisfy(fields -> assertThat(fields)
                            .contains(new AmiRequest.Field("auth", "user7", "@rev"))
                            .allMatch(field -> field.id().equals("user7")));

            asked.forEach(Set::clear);
            verified(fleet, fleet.sipwright.users().delete("user8").generation());
            assertThat(asked)
                    .allSatisfy(fields -> assertThat(fields)
                            .containsAll(fields("user8", "max_audio_streams", "auth_type", "max_contacts")));
        }
    }

    @Test
    void a_node_that_was_away_is_asked_for_all_that_it_has_missed() {
        try (Fleet fleet = fleet()) {
            verified(
                    fleet,
                    fleet.sipwright.users().create(SimulatedUsers.user("first")).generation());
            fakes.get(2).goAway();
            asked.forEach(Set::clear);
            long newest = 0;
            for (int i = 0; i < 30; i++) {
                newest = fleet.sipwright
                        .users()
                        .create(SimulatedUsers.user("missed" + i))
                        .generation();
            }
            fleet.awaitVerified(newest, node -> !node.equals(Fleet.name(2)), LONG);
            assertThat(fleet.verified().get(Fleet.name(2))).isLessThan(newest);
            assertThat(asked.get(2)).isEmpty();

            fakes.get(2).comeBack();
            verified(fleet, newest);
            assertThat(asked).allSatisfy(fields -> assertThat(fields).containsAll(stamps("missed", 30)));
            assertThat(fakes.get(2).answered()).containsKey("Reload"); // thirty new users at once
        }
    }

    @Test
    void a_slow_node_holds_nobody_back() {
        try (Fleet fleet = fleet()) {
            verified(
                    fleet,
                    fleet.sipwright.users().create(SimulatedUsers.user("first")).generation());
            fakes.get(0).answersIn(Latency.each(Duration.ofMillis(500)));
            long newest = fleet.sipwright
                    .users()
                    .create(SimulatedUsers.user("second"))
                    .generation();
            fleet.awaitVerified(newest, node -> !node.equals(Fleet.name(0)), LONG);
            assertThat(fleet.verified().get(Fleet.name(0))).isLessThan(newest);
            verified(fleet, newest);
        }
    }

    @Test
    void a_host_that_starts_anew_asks_for_what_it_has_missed() {
        long newest;
        try (Fleet fleet = fleet()) {
            verified(
                    fleet,
                    fleet.sipwright.users().create(SimulatedUsers.user("first")).generation());
            fakes.get(1).goAway();
            newest = fleet.sipwright.users().delete("first").generation();
            fleet.awaitVerified(newest, node -> !node.equals(Fleet.name(1)), LONG);
        }
        fakes.get(1).comeBack();
        asked.forEach(Set::clear);
        try (Fleet fleet = fleet()) {
            verified(fleet, newest);
            assertThat(asked.get(1)).contains(new AmiRequest.Field("aor", "first", "max_contacts"));
            assertThat(asked.get(0))
                    .isEmpty(); // there is nothing that it could have missed, and nobody else to ask for
        }
    }

    private static void verified(Fleet fleet, long generation) {
        fleet.awaitVerified(generation, node -> true, LONG);
        assertThat(fleet.verified().values()).containsOnly(generation).hasSize(NODES);
    }
}
