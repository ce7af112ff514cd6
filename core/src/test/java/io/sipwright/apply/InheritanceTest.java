package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.render.Stamps;
import io.sipwright.target.DriftPolicy;
import io.sipwright.trunk.TrunkPatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a program finds out at its start of what ran before it. */
class InheritanceTest extends PlanBed {

    private static final String TRUNKS = "pjsip_trunks.conf";
    private static final ObjectKey AUTH = new ObjectKey("auth", "carrier-auth");
    private static final ObjectKey REGISTRATION = new ObjectKey("registration", "carrier");
    private static final ObjectKey AOR = new ObjectKey("aor", "anna");

    @BeforeEach
    void a_trunk_and_a_user_ran() {
        try (Sipwright before = sipwright()) {
            before.trunks().create(trunk("Vk7#qLw2-Zr9xTm4"));
            before.users().create(People.user("anna"));
            assertThat(before.apply().isVerified()).isTrue();
        }
        asterisk.forget();
    }

    /** By a program that does not apply, or is cut off before it can. */
    private void changePassword() {
        try (Sipwright other = sipwright()) {
            other.trunks()
                    .update(
                            "carrier",
                            TrunkPatch.builder().password("Other-7#qLw2-Zr9x").build());
        }
    }

    private ReloadRequest start() {
        try (Sipwright fresh = sipwright()) {
            assertThat(fresh.apply().isVerified()).isTrue();
        }
        return asterisk.lastReload();
    }

    /** A program that has written the files, and was cut off before it knew what became of the reload. */
    private void cutOff() {
        asterisk.next(FakeAsterisk.UNREACHABLE);
        try (Sipwright cutOff = sipwright()) {
            assertThat(cutOff.apply().isVerified()).isFalse();
        }
        asterisk.forget();
    }

    private static boolean isInDoubt(Manifest manifest, ObjectKey key) {
        return manifest.find(key).filter(entry -> entry.mark().isEmpty()).isPresent();
    }

    @Test
    void a_password_that_was_changed_meanwhile_is_all_that_changes() {
        changePassword();

        assertThat(start().changed()).containsExactly(AUTH);
        assertThat(asterisk.looks).hasSize(1);
        assertThat(asterisk.reloads).hasSize(1);
    }

    @Test
    void it_is_so_in_the_background_as_well() {
        changePassword();

        try (Sipwright fresh =
                sipwright(builder -> builder.applying(Applying.IN_BACKGROUND).applySettings(Bench.QUICK))) {
            Bounded.until("it runs", () -> fresh.status().get(0).verifiedGeneration() == 3);
        }

        assertThat(asterisk.lastReload().changed()).containsExactly(AUTH);
    }

    @Test
    void and_without_stamps() {
        try (Sipwright unstamped = sipwright(builder -> builder.stamps(Stamps.off()))) {
            assertThat(unstamped.apply().isVerified()).isTrue();
        }
        changePassword();

        try (Sipwright unstamped = sipwright(builder -> builder.stamps(Stamps.off()))) {
            assertThat(unstamped.apply().isVerified()).isTrue();
        }

        assertThat(asterisk.lastReload().changed()).containsExactly(AUTH);
    }

    @Test
    void what_was_removed_meanwhile_is_known() {
        try (Sipwright other = sipwright()) {
            other.trunks().delete("carrier");
            other.users().delete("anna");
        }

        assertThat(start().removed()).contains(REGISTRATION, AOR);
    }

    @Test
    void nothing_is_reloaded_where_all_runs() {
        try (Sipwright fresh = sipwright()) {
            assertThat(fresh.apply().isVerified()).isTrue();
        }

        assertThat(asterisk.looks).hasSize(1);
        assertThat(asterisk.looks.get(0).changed())
                .isEqualTo(asterisk.looks.get(0).wanted().keys());
        assertThat(asterisk.reloads).isEmpty();
    }

    @Test
    void what_asterisk_has_not_read_of_the_files_is_changed() {
        changePassword();
        cutOff();
        asterisk.sight = request -> new ReloadOutcome.Rejected(
                List.of(new RejectedObject(AUTH, RejectedObject.State.OTHER_VERSION, "not read yet")));

        assertThat(start().changed()).containsExactly(AUTH);
    }

    @Test
    void what_asterisk_has_read_but_no_one_has_finished_is_in_doubt() {
        changePassword();
        cutOff();

        ReloadRequest request = start();

        assertThat(request.changed()).containsExactly(AUTH);
        assertThat(isInDoubt(request.running(), AUTH)).isTrue();
    }

    @Test
    void so_is_what_was_removed() {
        try (Sipwright other = sipwright()) {
            other.trunks().delete("carrier");
            other.users().delete("anna");
        }
        cutOff();

        assertThat(start().removed()).contains(REGISTRATION, AOR);
    }

    @Test
    void all_is_in_doubt_where_asterisk_does_not_answer() {
        changePassword();
        asterisk.sight = request -> FakeAsterisk.UNREACHABLE;

        ReloadRequest request = start();

        assertThat(request.running().keys()).contains(AUTH, REGISTRATION, AOR);
        assertThat(request.running().keys()).allMatch(key -> isInDoubt(request.running(), key));
    }

    @Test
    void all_is_in_doubt_where_the_reloader_fails_and_the_next_round_goes_on() {
        changePassword();
        asterisk.sight = request -> {
            throw new IllegalStateException("a bug in a reloader");
        };
        try (Sipwright fresh = sipwright()) {
            assertThat(fresh.apply().summary()).contains("a bug in a reloader");
            assertThat(fresh.apply().isVerified()).isTrue();
        }

        ReloadRequest request = asterisk.lastReload();
        assertThat(request.running().keys()).contains(AUTH, REGISTRATION, AOR);
        assertThat(isInDoubt(request.running(), REGISTRATION)).isTrue();
    }

    @Test
    void what_someone_has_edited_under_its_old_stamp_is_in_doubt() throws IOException {
        Path file = directory.resolve(TRUNKS);
        Files.writeString(file, Files.readString(file).replace("password=Vk7#qLw2-Zr9xTm4", "password=by-hand"));

        ReloadRequest request = start();

        assertThat(request.changed()).containsExactly(AUTH);
        assertThat(Files.readString(file)).contains("password=Vk7#qLw2-Zr9xTm4");
    }

    @Test
    void a_last_known_good_that_cannot_be_read_says_nothing() throws IOException {
        Path good = directory.resolve("." + TRUNKS + ".lkg");
        Files.delete(good); // it is a second name of the file itself
        Files.writeString(good, "[broken\n");
        changePassword();

        assertThat(start().changed()).containsExactly(AUTH);
    }

    @Test
    void files_that_are_left_alone_are_looked_at_once() throws IOException {
        Path file = directory.resolve(USERS);
        Files.writeString(file, "; by hand\n" + Files.readString(file));
        changePassword();

        try (Sipwright fresh = sipwright(builder -> builder.target(files(DriftPolicy.REFUSE)))) {
            fresh.apply();
            fresh.reconcile();
            assertThat(asterisk.looks).hasSize(1);
            assertThat(asterisk.reloads).isEmpty();
        }
    }

    @Test
    void beside_what_is_refused_the_rest_is_known() {
        changePassword();
        asterisk.next(new ReloadOutcome.Rejected(
                List.of(new RejectedObject(AOR, RejectedObject.State.OTHER_VERSION, "as the test wants it"))));

        try (Sipwright fresh = sipwright()) {
            assertThat(fresh.apply().isVerified()).isFalse();
            assertThat(fresh.apply().isVerified()).isTrue();
        }

        assertThat(asterisk.lastReload().changed())
                .as("the trunk is not told to register with each retry")
                .containsExactly(AOR);
    }
}
