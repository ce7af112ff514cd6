package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sipwright.Batch;
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

/** A batch is judged, and stored, as a whole: the order of its objects says nothing. */
class BatchOrderTest {

    @TempDir
    Path temporary;

    private Workbench bench;

    @BeforeEach
    void bench() {
        bench = new Workbench(temporary);
    }

    private void store(List<TrunkSpec> trunks, List<SipUserSpec> users) {
        bench.sipwright.upsertAll(new Batch(trunks, users));
    }

    private List<String> violations(List<TrunkSpec> trunks, List<SipUserSpec> users) {
        return catchThrowableOfType(ValidationException.class, () -> store(trunks, users)).violations().stream()
                .map(Violation::path)
                .toList();
    }

    @Test
    void two_trunks_may_swap_their_addresses() {
        store(List.of(Samples.trunk("one", "192.0.2.1"), Samples.trunk("two", "192.0.2.2")), List.of());

        store(List.of(Samples.trunk("one", "192.0.2.2"), Samples.trunk("two", "192.0.2.1")), List.of());

        assertThat(bench.trunksFile())
                .containsSubsequence("[one-identify]", "192.0.2.2", "[two-identify]", "192.0.2.1");
    }

    @Test
    void a_trunk_may_take_over_from_one_that_is_disabled_in_the_same_batch() {
        store(List.of(Samples.trunk("old", "192.0.2.1")), List.of());
        TrunkSpec disabled =
                Samples.trunk("old", "192.0.2.1").toBuilder().active(false).build();

        store(List.of(Samples.trunk("new", "192.0.2.1"), disabled), List.of());

        assertThat(bench.trunksFile()).contains("[new-identify]").doesNotContain("[old-identify]");
    }

    @Test
    void two_trunks_of_a_batch_may_not_claim_the_same_address_in_either_order() {
        TrunkSpec narrow = Samples.trunk("narrow", "192.0.2.1");
        TrunkSpec wide = Samples.trunk("wide", "192.0.2.0/28");

        assertThat(violations(List.of(narrow, wide), List.of())).containsExactly("trunks[1].inbound_sources");
        assertThat(violations(List.of(wide, narrow), List.of())).containsExactly("trunks[1].inbound_sources");
    }

    @Test
    void a_name_that_is_taken_is_said_also_when_its_first_bearer_is_wrong() {
        TrunkSpec wrong = Samples.trunk("anna").toBuilder().clear("server").build();

        assertThat(violations(List.of(wrong), List.of(Samples.user("anna"))))
                .containsExactlyInAnyOrder("trunks[0].server", "users[0].name");
    }

    @Test
    void a_user_named_in_another_case_is_the_same_user() {
        store(List.of(), List.of(Samples.user("anna"), Samples.user("Bob")));

        store(List.of(), List.of(Samples.user("ANNA", "2001")));

        assertThat(bench.sipwright.users().list())
                .hasSize(2)
                .extracting(SipUser::name)
                .isSorted();
        assertThat(bench.sipwright.users().get("anna").spec().fields().text("extension"))
                .contains("2001");
    }

    @Test
    void a_user_that_was_replaced_in_another_case_can_be_deleted() {
        store(List.of(), List.of(Samples.user("anna")));
        store(List.of(), List.of(Samples.user("ANNA", "2001")));

        bench.sipwright.users().delete("anna");

        assertThat(bench.sipwright.users().list()).isEmpty();
        assertThat(bench.usersFile()).isEmpty();
        bench.sipwright.users().create(Samples.user("anna"));
        assertThat(bench.sipwright.users().list()).hasSize(1);
    }
}
