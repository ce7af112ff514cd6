package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sipwright.Batch;
import io.sipwright.Provisioned;
import io.sipwright.StoredBatch;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.ValidationException;
import io.sipwright.validation.Violation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many objects in one change, all or none. */
class BatchTest {

    @TempDir
    Path temporary;

    private Workbench bench;

    @BeforeEach
    void bench() {
        bench = new Workbench(temporary);
    }

    private Provisioned<StoredBatch> store(List<TrunkSpec> trunks, List<SipUserSpec> users) {
        return bench.sipwright.upsertAll(new Batch(trunks, users));
    }

    private List<String> violations(List<TrunkSpec> trunks, List<SipUserSpec> users) {
        Workbench.Snapshot before = bench.snapshot();
        ValidationException refusal = catchThrowableOfType(ValidationException.class, () -> store(trunks, users));
        assertThat(bench.snapshot()).isEqualTo(before);
        return refusal.violations().stream().map(Violation::path).toList();
    }

    @Test
    void all_of_it_is_one_generation() {
        Provisioned<StoredBatch> stored = store(
                List.of(Samples.trunk("carrier2"), Samples.trunk("carrier1")),
                List.of(Samples.user("bob"), Samples.user("anna")));

        assertThat(stored.generation()).isEqualTo(1);
        assertThat(stored.value().trunks()).extracting(Trunk::name).containsExactly("carrier2", "carrier1");
        assertThat(stored.value().users()).extracting(SipUser::name).containsExactly("bob", "anna");
        assertThat(bench.usersFile()).contains("[anna]", "[bob]");
        assertThat(bench.trunksFile()).contains("[carrier1-endpoint]", "[carrier2-endpoint]");
    }

    @Test
    void what_is_known_is_replaced_and_what_is_not_named_stays() {
        store(List.of(Samples.trunk("carrier")), List.of(Samples.user("anna"), Samples.user("bob")));

        Provisioned<StoredBatch> stored = store(List.of(), List.of(Samples.user("bob", "2002"), Samples.user("carl")));

        assertThat(stored.generation()).isEqualTo(2);
        assertThat(bench.sipwright.users().get("bob").version()).isEqualTo(2);
        assertThat(bench.sipwright.users().list()).hasSize(3);
        assertThat(bench.sipwright.trunks().list()).hasSize(1);
    }

    @Test
    void the_same_batch_again_changes_nothing() {
        store(List.of(Samples.trunk("carrier")), List.of(Samples.user("anna")));
        Workbench.Snapshot before = bench.snapshot();

        assertThat(store(List.of(Samples.trunk("carrier")), List.of(Samples.user("anna")))
                        .generation())
                .isEqualTo(1);
        store(List.of(), List.of());

        assertThat(bench.snapshot()).isEqualTo(before);
    }

    @Test
    void each_violation_says_in_which_object_it_is() {
        assertThat(violations(
                        List.of(Samples.trunk("good"), Samples.trunk("acl")),
                        List.of(
                                Samples.user("anna"),
                                Samples.user("bob").toBuilder().secret("short").build(),
                                Samples.user("carl").toBuilder()
                                        .context("a b")
                                        .clear("extension")
                                        .build())))
                .containsExactlyInAnyOrder(
                        "trunks[1].name", "users[1].secret", "users[2].extension", "users[2].context");
    }

    @Test
    void a_name_may_stand_once_only() {
        assertThat(violations(
                        List.of(Samples.trunk("carrier"), Samples.trunk("CARRIER")),
                        List.of(Samples.user("anna"), Samples.user("bob"), Samples.user("Anna"))))
                .containsExactlyInAnyOrder("trunks[1].name", "users[2].name");
    }

    @Test
    void a_trunk_and_a_user_may_not_share_a_name() {
        assertThat(violations(List.of(Samples.trunk("anna")), List.of(Samples.user("anna"))))
                .containsExactly("users[0].name");
    }
}
