package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Batch;
import io.sipwright.Provisioned;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.reload.Reloader;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserPatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When Asterisk is asked to reload, and what is made of its answer. */
class ReloadTest {

    @TempDir
    Path temporary;

    private final List<Long> reloads = new ArrayList<>();
    private ReloadOutcome answer = new ReloadOutcome.Verified(1);

    private Workbench bench(Reloader reloader) {
        return new Workbench(temporary, builder -> builder.reloader(reloader));
    }

    private ReloadOutcome record(ReloadRequest request) {
        reloads.add(request.generation());
        return answer;
    }

    @Test
    void each_change_is_one_reload_with_its_generation() {
        Workbench bench = bench(this::record);
        bench.sipwright.users().create(Samples.user("anna"));
        bench.sipwright.trunks().create(Samples.trunk("carrier"));
        bench.sipwright.upsertAll(new Batch(List.of(Samples.trunk("other")), List.of(Samples.user("bob"))));

        assertThat(reloads).containsExactly(1L, 2L, 3L);
    }

    @Test
    void where_nothing_was_written_nothing_is_reloaded() {
        Workbench bench = bench(this::record);
        bench.sipwright.users().create(Samples.user("anna"));
        reloads.clear();

        bench.sipwright.apply();
        bench.sipwright.users().enable("anna");
        bench.sipwright
                .users()
                .update("anna", SipUserPatch.builder().notes("never rendered").build());

        assertThat(bench.generation()).isEqualTo(2);
        assertThat(reloads).isEmpty();
    }

    @Test
    void both_files_are_written_before_the_reload() {
        List<String> seen = new ArrayList<>();
        Workbench[] bench = new Workbench[1];
        bench[0] = bench(request -> {
            seen.add(bench[0].trunksFile());
            seen.add(bench[0].usersFile());
            return new ReloadOutcome.Accepted();
        });

        bench[0].sipwright.upsertAll(new Batch(List.of(Samples.trunk("carrier")), List.of(Samples.user("anna"))));

        assertThat(seen).hasSize(2);
        assertThat(seen.get(0)).contains("[carrier-endpoint]");
        assertThat(seen.get(1)).contains("[anna]");
    }

    @Test
    void what_asterisk_answers_is_in_the_result() {
        Workbench bench = bench(this::record);
        assertThat(bench.sipwright
                        .users()
                        .create(Samples.user("anna"))
                        .applied()
                        .orElseThrow()
                        .isVerified())
                .isTrue();

        answer = new ReloadOutcome.Rejected(List.of(new RejectedObject(
                new ObjectKey("endpoint", "bob"), RejectedObject.State.OTHER_VERSION, "no such transport")));
        Provisioned<SipUser> rejected = bench.sipwright.users().create(Samples.user("bob"));
        assertThat(rejected.applied().orElseThrow().isVerified()).isFalse();
        assertThat(rejected.applied().orElseThrow().summary())
                .contains("endpoint bob runs in another version: no such transport");
        assertThat(rejected.applied().orElseThrow().isInFiles()).isTrue();

        answer = new ReloadOutcome.Unreachable(ReloadOutcome.Unreachable.Cause.NOT_CONNECTED, "connection refused");
        Provisioned<SipUser> unreachable = bench.sipwright.users().create(Samples.user("carl"));
        assertThat(unreachable.applied().orElseThrow().isVerified()).isFalse();
        assertThat(unreachable.applied().orElseThrow().summary()).contains("connection refused");
        assertThat(bench.sipwright.users().list()).hasSize(3);
    }

    @Test
    void no_one_is_asked_by_default() {
        Workbench bench = new Workbench(temporary);

        Provisioned<SipUser> created = bench.sipwright.users().create(Samples.user("anna"));

        assertThat(created.applied().orElseThrow().isVerified()).isFalse();
        assertThat(created.applied().orElseThrow().summary()).contains("not asked to reload");
    }
}
