package io.sipwright.realtime;

import static io.sipwright.realtime.MovedWorld.FIRST;
import static io.sipwright.realtime.MovedWorld.read;
import static io.sipwright.realtime.MovedWorld.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.Sipwright;
import io.sipwright.ami.AmiReloader;
import io.sipwright.realtime.MoveStep.State;
import io.sipwright.reload.ObjectKey;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.secret.Secret;
import io.sipwright.target.ConfigFiles;
import io.sipwright.target.Target;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;

/** A move that can't go on, and one that was cut off. */
@Timeout(180)
class MoveRefusalTest {

    private static final List<String> EAST = List.of("east");
    private static final List<String> NONE = List.of();

    private static void provision(MovedWorld world, List<String> files, List<String> rows, String... users) {
        try (Sipwright host = world.host(files, rows)) {
            for (String name : users) {
                host.users().create(user(name));
            }
            world.settle(host);
        }
    }

    @AsteriskTest
    void files_stay_until_asterisk_reads_rows(AsteriskInstallation installation) {
        try (MovedWorld world = new MovedWorld(installation, true, "east")) {
            Move move = world.move();
            provision(world, EAST, NONE, "alice");
            assertThat(move.emptyFiles("east").toString()).startsWith("blocked").contains("Have the host apply to");
            provision(world, EAST, EAST, "bob");
            String before = read(world.asterisk("east"), Renderer.USERS_FILE);

            assertThat(move.toRows())
                    .extracting(MoveStep::state)
                    .containsExactly(State.DONE, State.NEXT, State.DONE, State.LATER);
            assertThat(move.emptyFiles("east").toString()).startsWith("blocked").contains("[sorcery-rows]");
            assertThatThrownBy(() -> move.emptyFiles("west")).isInstanceOf(IllegalArgumentException.class);

            assertThat(read(world.asterisk("east"), Renderer.USERS_FILE)).isEqualTo(before);
            assertThat(Phones.register(world.asterisk("east"), "alice", FIRST)).isEqualTo(200);
            // Nor can anything be said of one that is silent.
            world.asterisk("east").stop();
            assertThat(move.toRows().get(1)).matches(step -> step.state() == State.BLOCKED);
        }
    }

    @AsteriskTest(versions = 22)
    void rows_of_others_and_missing_columns_are_named(AsteriskInstallation installation) {
        try (MovedWorld world = new MovedWorld(installation, true, "east")) {
            Move move = world.move();
            provision(world, EAST, NONE, "alice");
            world.rows.update("INSERT INTO ps_auths (id, username) VALUES ('alice', 'x')");
            try (Sipwright host = world.host(EAST, EAST)) {
                MovedWorld.await(() -> move.toRows().get(0).state() == State.BLOCKED);
                assertThat(move.toRows().get(0).detail()).startsWith("ps_auths [alice]: there is a row of this id");
                // Files get what changes all the same.
                long bob = host.users().create(user("bob")).generation();
                MovedWorld.await(() -> host.status().get(0).verifiedGeneration() >= bob);
                world.rows.update("DELETE FROM ps_auths");
                world.settle(host);
            }
            assertThat(move.toRows().get(0).state()).isEqualTo(State.DONE);
            world.rows.update("UPDATE ps_auths SET password = 'edited' WHERE id = 'bob'");
            assertThat(move.toRows().get(0)).matches(step -> step.state() == State.NEXT);
            assertThat(move.toRows().get(0).detail())
                    .endsWith("bob is another in ps_auths")
                    .doesNotContain("edited");
            world.rows.run("ALTER TABLE ps_auths DROP COLUMN \"@rev\"");
            assertThat(move.toRows().get(0).toString()).startsWith("blocked").contains("ALTER TABLE ps_auths ADD");
        }
    }

    @AsteriskTest
    void emptying_is_whole_wherever_it_is_cut_off(AsteriskInstallation installation) {
        try (MovedWorld world = new MovedWorld(installation, false, "east")) {
            provision(world, EAST, EAST, "alice", "leaving");
            world.restartWithRows("east");
            try (Sipwright host = world.host(NONE, EAST)) { // the files still have who goes
                host.users().delete("leaving");
                MovedWorld.await(() -> world.target.generation() == 3);
            }
            AsteriskServer asterisk = world.asterisk("east");
            String before = read(asterisk, Renderer.USERS_FILE);

            // One object more should run than does: the files come back.
            assertThat(emptied(world, world.files("east"), world.reloader("east"), true)
                            .run(3))
                    .hasValueSatisfying(reason -> assertThat(reason).contains("endpoint ghost", "the files are back"));
            assertThat(read(asterisk, Renderer.USERS_FILE)).isEqualTo(before);

            // An edit is not taken away.
            asterisk.write(Renderer.USERS_FILE, before + "\n[extra]\ntype=aor\n");
            assertThat(world.move().emptyFiles("east").detail()).contains("adoptEdits");
            asterisk.write(Renderer.USERS_FILE, before);

            // Cut off after the first writing, which changes nothing, and after the second, before Asterisk has read
            // it.
            for (int writings = 1; writings <= 2; writings++) {
                Target cut = new CutOffTarget(world.files("east"), new AtomicInteger(writings));
                assertThatThrownBy(() -> emptied(world, cut, world.reloader("east"), false)
                                .run(3))
                        .isInstanceOf(CutOffTarget.CutOffException.class);
                assertThat(step(world, 3)).isEqualTo(State.NEXT);
            }
            assertThat(read(asterisk, Renderer.USERS_FILE)).doesNotContain(FIRST);
            assertThat(Phones.register(asterisk, "leaving", FIRST)).isEqualTo(200);

            // Nobody answers the request to reload.
            AmiReloader silent =
                    AmiReloader.builder("127.0.0.1", 1, "x", Secret.of("x")).build();
            assertThat(emptied(world, world.files("east"), silent, false).run(3))
                    .hasValueSatisfying(reason -> assertThat(reason).contains("not read yet"));
            assertThat(step(world, 3)).isEqualTo(State.NEXT);

            assertThat(world.move().emptyFiles("east").toString()).startsWith("done");
            assertThat(step(world, 3)).isEqualTo(State.DONE);
            assertThat(world.isOnDisk("east", FIRST)).isFalse();
            assertThat(Phones.register(asterisk, "leaving", FIRST)).isNotEqualTo(200);
            assertThat(Phones.register(asterisk, "alice", FIRST)).isEqualTo(200);
            assertThat(world.move().emptyFiles("east").toString()).startsWith("done");

            rowsStayWhileTheyAreRead(world);
        }
    }

    private static void rowsStayWhileTheyAreRead(MovedWorld world) {
        assertThat(world.move().deleteRows().toString()).startsWith("blocked").contains("apply to east as well");
        provision(world, EAST, EAST, "bob");
        assertThat(world.move().deleteRows().toString())
                .startsWith("blocked")
                .contains("It has aor, auth, endpoint, identify, registration from rows");
        world.asterisk("east").write("sorcery.conf", ""); // and not restarted
        assertThat(world.move().deleteRows().toString())
                .startsWith("blocked")
                .contains("It has aor, auth, endpoint, identify from rows");
        assertThat(world.rows.column("SELECT id FROM ps_auths ORDER BY id")).containsExactly("alice", "bob");
        world.asterisk("east").restart();
        assertThat(world.move().deleteRows().toString()).startsWith("done");
        assertThat(world.rows.column("SELECT id FROM ps_auths")).isEmpty();
        assertThat(world.target.generation()).isNegative();
        assertThat(Phones.register(world.asterisk("east"), "bob", FIRST)).isEqualTo(200);
    }

    private static State step(MovedWorld world, int number) {
        return world.move().toRows().get(number).state();
    }

    private static FilesEmptied emptied(MovedWorld world, Target files, AmiReloader reloader, boolean ghost) {
        return new FilesEmptied(new MovedNode("east", "east-rows", files, reloader), () -> {
            Map<ObjectKey, String> stamps = new LinkedHashMap<>();
            world.target.standing(row -> stamps.put(
                    row.key(), row.section().orElseThrow().first(Stamps.OPTION).orElseThrow()));
            if (ghost) {
                stamps.put(new ObjectKey("endpoint", "ghost"), "0");
            }
            return stamps;
        });
    }

    @AsteriskTest(versions = 22)
    void instances_that_run_are_in_the_way(AsteriskInstallation installation) {
        try (MovedWorld world = new MovedWorld(installation, true, "east")) {
            ConfigFiles files = world.files("east");
            provision(world, EAST, EAST, "alice");
            world.restartWithRows("east");
            try (Sipwright one = world.host(NONE, EAST)) {
                assertThat(one.status()).hasSize(1);
                try (Sipwright two = world.host(EAST, EAST)) {
                    world.settle(two);
                    assertThat(step(world, 2)).isEqualTo(State.NEXT);
                    assertThat(world.move().emptyFiles("east").detail()).contains("without the node east");
                }
                assertThat(step(world, 2)).isEqualTo(State.DONE);
                assertThat(world.move().emptyFiles("east").toString()).startsWith("done");
            }
            assertThat(files.read(Renderer.USERS_FILE, element -> {})).isTrue();
        }
    }
}
