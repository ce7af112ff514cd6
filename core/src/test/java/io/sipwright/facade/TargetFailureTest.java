package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.apply.Applied;
import io.sipwright.apply.Applying;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.store.InMemoryStore;
import io.sipwright.target.ConfigFiles;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that can't be written lose no row; once they can, the next round heals. */
class TargetFailureTest {

    @TempDir
    Path temporary;

    @Test
    void the_row_stays_and_a_later_round_heals() throws IOException {
        Path missing = temporary.resolve("asterisk");
        List<Long> reloads = new ArrayList<>();
        Workbench bench = new Workbench(
                missing,
                builder -> builder.reloader(request -> {
                    reloads.add(request.generation());
                    return new ReloadOutcome.Verified(1);
                }));

        Provisioned<SipUser> created = bench.sipwright.users().create(Samples.user("anna"));

        assertThat(created.applied().orElseThrow().isInFiles()).isFalse();
        assertThat(created.applied().orElseThrow().summary())
                .startsWith("Not written: ")
                .contains(missing.toString());
        assertThat(created.applied().orElseThrow().isVerified()).isFalse();
        assertThat(reloads).isEmpty();
        assertThat(bench.sipwright.users().get("anna")).isEqualTo(created.value());

        Files.createDirectory(missing);
        Applied healed = bench.sipwright.apply();
        assertThat(healed.isVerified()).isTrue();
        assertThat(healed.generation()).isEqualTo(created.generation());
        assertThat(bench.usersFile()).contains("[anna]");
        assertThat(reloads).containsExactly(1L);
    }

    @Test
    void an_edit_by_hand_is_in_the_summary() throws IOException {
        Workbench bench = new Workbench(temporary);
        bench.sipwright.users().create(Samples.user("anna"));
        Files.writeString(temporary.resolve("pjsip_users.conf"), bench.usersFile() + "; by hand\n");

        Applied applied = bench.sipwright
                .trunks()
                .create(Samples.trunk("carrier"))
                .applied()
                .orElseThrow();

        assertThat(applied.summary()).contains("edited by someone else");
        assertThat(applied.isInFiles()).isFalse();
        assertThat(applied.isVerified()).isFalse();
        assertThat(bench.trunksFile()).isEmpty();
        assertThat(bench.usersFile()).endsWith("; by hand\n");
        assertThat(bench.sipwright.trunks().list()).hasSize(1);
    }

    @Test
    void a_row_whose_template_is_gone_is_a_failure_of_the_round_not_of_the_change() {
        InMemoryStore store = new InMemoryStore();
        TemplateCatalog more = TemplateCatalog.builder()
                .addJson(
                        "own.json",
                        "{\"id\": \"own_user\", \"kind\": \"user\", \"extends\": \"basic_user\","
                                + " \"version\": 1, \"displayName\": \"Own\"}")
                .build();
        Sipwright before = Sipwright.builder()
                .applying(Applying.BEFORE_RETURN)
                .store(store)
                .catalog(more)
                .target(ConfigFiles.in(temporary))
                .build();
        before.users()
                .create(SipUserSpec.builder("anna", "own_user")
                        .extension("1001")
                        .secret(Samples.USER_SECRET)
                        .build());
        Sipwright after = Sipwright.builder()
                .applying(Applying.BEFORE_RETURN)
                .store(store)
                .target(ConfigFiles.in(temporary))
                .build();

        assertThatCode(() -> assertThat(after.users()
                                .create(Samples.user("bob"))
                                .applied()
                                .orElseThrow()
                                .summary())
                        .contains("Not written", "anna"))
                .doesNotThrowAnyException();
    }
}
