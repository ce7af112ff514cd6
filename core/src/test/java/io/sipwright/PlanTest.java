package io.sipwright;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.apply.Applying;
import io.sipwright.apply.Plan;
import io.sipwright.apply.Plan.Action;
import io.sipwright.apply.Plan.ObjectChange;
import io.sipwright.apply.Plan.OptionChange;
import io.sipwright.reload.ObjectKey;
import io.sipwright.secret.Secret;
import io.sipwright.target.ConfigFiles;
import io.sipwright.target.DriftPolicy;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {

    private static final String SECRET = "correct-horse-battery";

    @TempDir
    Path directory;

    private Sipwright sipwright;

    @BeforeEach
    void start() {
        sipwright = Sipwright.builder()
                .target(ConfigFiles.builder(directory)
                        .onDrift(DriftPolicy.OVERWRITE)
                        .build())
                .applying(Applying.ON_REQUEST)
                .build();
    }

    @AfterEach
    void close() {
        sipwright.close();
    }

    @Test
    void everything_is_added_where_there_are_no_files() {
        sipwright.users().create(user("alice"));

        Plan plan = plan();

        assertThat(plan.node()).isEqualTo("default");
        assertThat(plan.generation()).isEqualTo(1);
        assertThat(plan.changes()).hasSize(3).allMatch(change -> change.action() == Action.ADDED);
        assertThat(plan.notes()).hasSize(2);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void nothing_is_left_to_do_after_applying() {
        sipwright.users().create(user("alice"));
        sipwright.apply();

        assertThat(plan().changes()).isEmpty();
        assertThat(plan().notes()).isEmpty();
    }

    @Test
    void options_that_change_are_shown_and_secrets_are_masked() {
        sipwright.users().create(user("alice"));
        sipwright.apply();
        sipwright
                .users()
                .update(
                        "alice",
                        SipUserPatch.builder()
                                .secret("another-horse-battery")
                                .context("elsewhere")
                                .build());

        Plan plan = plan();

        assertThat(plan.changes())
                .containsExactlyInAnyOrder(
                        new ObjectChange(
                                new ObjectKey("auth", "alice"),
                                Action.CHANGED,
                                List.of(new OptionChange("password", List.of(Secret.MASK), List.of(Secret.MASK)))),
                        new ObjectChange(
                                new ObjectKey("endpoint", "alice"),
                                Action.CHANGED,
                                List.of(new OptionChange("context", List.of("internal"), List.of("elsewhere")))));
        assertThat(plan.toString()).doesNotContain("horse");
    }

    @Test
    void what_goes_is_shown_without_its_options() {
        sipwright.users().create(user("alice"));
        sipwright.users().create(user("bob"));
        sipwright.apply();
        sipwright.users().delete("alice");

        assertThat(plan().changes())
                .hasSize(3)
                .allMatch(change -> change.action() == Action.REMOVED
                        && change.object().name().equals("alice")
                        && change.options().isEmpty());
    }

    @Test
    void an_edit_by_hand_is_planned_away() throws IOException {
        sipwright.users().create(user("alice"));
        sipwright.apply();
        Path file = directory.resolve("pjsip_users.conf");
        Files.writeString(file, Files.readString(file).replace("context=internal", "context=edited"));

        assertThat(plan().changes())
                .containsExactly(new ObjectChange(
                        new ObjectKey("endpoint", "alice"),
                        Action.CHANGED,
                        List.of(new OptionChange("context", List.of("edited"), List.of("internal")))));
    }

    @Test
    void a_file_that_cannot_be_read_is_said_to_be() throws IOException {
        sipwright.users().create(user("alice"));
        sipwright.apply();
        Files.writeString(directory.resolve("pjsip_users.conf"), "[broken\n");

        assertThat(plan().changes()).hasSize(3).allMatch(change -> change.action() == Action.ADDED);
        assertThat(plan().notes()).singleElement().asString().contains("pjsip_users.conf");
    }

    private Plan plan() {
        return sipwright.plan().get(0);
    }

    private static SipUserSpec user(String name) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .secret(SECRET)
                .context("internal")
                .build();
    }
}
