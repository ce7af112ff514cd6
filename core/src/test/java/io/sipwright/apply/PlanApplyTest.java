package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.Sipwright;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.target.ConfigFiles;
import io.sipwright.target.DriftPolicy;
import io.sipwright.trunk.TrunkPatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was planned is done, and a plan says what there is to know. */
@Timeout(60)
class PlanApplyTest extends PlanBed {

    @Test
    void a_plan_is_applied_and_then_nothing_is_left() {
        try (Sipwright sipwright = sipwright()) {
            sipwright.users().create(People.user("anna"));
            Plan plan = only(sipwright);
            assertThat(plan.isEmpty()).isFalse();
            assertThat(plan.expected()).isEmpty();

            assertThat(sipwright.apply(List.of(plan)).isVerified()).isTrue();

            int reloads = asterisk.reloads.size();
            Plan rest = only(sipwright);
            assertThat(rest.isEmpty()).as(rest.toString()).isTrue();
            assertThat(rest.expected()).hasValue(Duration.ZERO);
            assertThat(rest.toString()).isEqualTo("Node default, generation 1: nothing to do\n");
            assertThat(sipwright.apply(List.of(rest)).isVerified()).isTrue();
            assertThat(asterisk.reloads).hasSize(reloads);
        }
    }

    @Test
    void it_expects_the_time_in_the_middle_of_the_last_rounds() {
        try (Sipwright sipwright = sipwright()) {
            for (String name : List.of("anna", "bob", "carl")) {
                sipwright.users().create(People.user(name));
                sipwright.apply();
            }
            Round round = sipwright.status().get(0).lastRound();
            assertThat(round).isNotNull();
            sipwright.users().create(People.user("dora"));

            assertThat(only(sipwright).expected())
                    .hasValueSatisfying(time -> assertThat(time).isPositive());
        }
    }

    @Test
    void registrations_restart_that_change_or_whose_auth_does() {
        try (Sipwright sipwright = sipwright()) {
            ObjectKey registration = new ObjectKey("registration", "carrier");
            sipwright.trunks().create(trunk("Vk7#qLw2-Zr9xTm4"));
            assertThat(only(sipwright).restarts()).containsExactly(registration);
            sipwright.apply();
            assertThat(only(sipwright).restarts()).isEmpty();

            sipwright
                    .trunks()
                    .update("carrier", TrunkPatch.builder().context("elsewhere").build());
            assertThat(only(sipwright).restarts()).isEmpty();

            sipwright
                    .trunks()
                    .update(
                            "carrier",
                            TrunkPatch.builder().password("Other-7#qLw2-Zr9x").build());
            Plan plan = only(sipwright);
            assertThat(plan.restarts()).containsExactly(registration);
            assertThat(plan.toString())
                    .contains("~ auth carrier-auth: password changed\n")
                    .contains("~ endpoint carrier-endpoint: context from-trunk -> elsewhere\n")
                    .contains("Registrations that restart or end: carrier\n")
                    .doesNotContain("qLw2");
            sipwright.apply();

            sipwright.trunks().disable("carrier");
            assertThat(only(sipwright).restarts()).containsExactly(registration);
            assertThat(only(sipwright).toString()).contains("- registration carrier\n");
        }
    }

    @Test
    void an_edit_that_is_left_alone_is_told() throws IOException {
        try (Sipwright sipwright = sipwright(builder -> builder.target(files(DriftPolicy.REFUSE)))) {
            sipwright.users().create(People.user("anna"));
            sipwright.apply();
            assertThat(only(sipwright).notes()).isEmpty();
            Path file = directory.resolve(USERS);
            Files.writeString(file, Files.readString(file).replace("context=internal", "context=edited"));

            Plan plan = only(sipwright);

            assertThat(plan.notes()).singleElement().asString().startsWith(USERS + " was edited by someone else");
            assertThat(sipwright
                            .apply(List.of(plan))
                            .nodes()
                            .get(0)
                            .lastRound()
                            .written()
                            .isDrifted())
                    .isTrue();
            assertThat(Files.readString(file)).contains("context=edited");
        }
    }

    @Test
    void an_edit_of_comments_only_is_told() throws IOException {
        try (Sipwright sipwright = sipwright()) {
            sipwright.users().create(People.user("anna"));
            sipwright.apply();
            Path file = directory.resolve(USERS);
            Files.writeString(file, "; by hand\n" + Files.readString(file));

            Plan plan = only(sipwright);

            assertThat(plan.changes()).isEmpty();
            assertThat(plan.isEmpty()).isFalse();
            assertThat(plan.notes())
                    .singleElement()
                    .asString()
                    .startsWith("Only comments or the order differ in " + USERS);
        }
    }

    @Test
    void an_asterisk_that_runs_something_else_is_told_and_reloads() {
        try (Sipwright sipwright = sipwright()) {
            sipwright.users().create(People.user("anna"));
            sipwright.apply();
            asterisk.sight = request -> FakeAsterisk.missing("anna");

            Plan plan = only(sipwright);

            assertThat(plan.changes()).isEmpty();
            assertThat(plan.isEmpty()).isFalse();
            assertThat(plan.notes()).singleElement().asString().contains("endpoint anna");
            int reloads = asterisk.reloads.size();
            assertThat(sipwright.apply(List.of(plan)).isVerified()).isTrue();
            assertThat(asterisk.reloads).hasSize(reloads + 1);
        }
    }

    @Test
    void an_asterisk_that_does_not_answer_is_told() {
        try (Sipwright sipwright = sipwright()) {
            sipwright.users().create(People.user("anna"));
            asterisk.sight = request -> FakeAsterisk.UNREACHABLE;

            assertThat(only(sipwright).notes())
                    .anyMatch(note -> note.startsWith("What Asterisk runs can't be told now"));
        }
    }

    @Test
    void what_is_removed_is_known_to_a_fresh_program() {
        try (Sipwright sipwright = sipwright()) {
            sipwright.trunks().create(trunk("Vk7#qLw2-Zr9xTm4"));
            sipwright.apply();
            sipwright.trunks().delete("carrier");
        }
        try (Sipwright fresh = sipwright()) {
            assertThat(fresh.apply(fresh.plan()).isVerified()).isTrue();

            assertThat(asterisk.lastReload().removed()).contains(new ObjectKey("registration", "carrier"));
        }
    }

    @Test
    void a_plan_is_applied_to_the_node_that_it_is_for() throws IOException {
        Path other = Files.createDirectory(directory.resolve("other"));
        try (Sipwright sipwright = Sipwright.builder()
                .store(store)
                .node(new Node("a", ConfigFiles.in(directory), asterisk))
                .node(new Node("b", ConfigFiles.in(other), request -> new ReloadOutcome.NotAsked()))
                .applying(Applying.ON_REQUEST)
                .build()) {
            sipwright.users().create(People.user("anna"));
            List<Plan> plans = sipwright.plan();
            assertThat(plans).extracting(Plan::node).containsExactly("a", "b");
            assertThat(plans.get(0).fingerprint()).isNotEqualTo(plans.get(1).fingerprint());

            Applied applied = sipwright.apply(plans.subList(1, 2));

            assertThat(applied.nodes()).extracting(NodeStatus::node).containsExactly("b");
            assertThat(directory.resolve(USERS)).doesNotExist();
            assertThat(other.resolve(USERS)).exists();
            assertThatThrownBy(() -> sipwright.apply(plans)).isInstanceOf(StalePlanException.class);
            assertThat(directory.resolve(USERS))
                    .as("the first was looked at together with the second")
                    .doesNotExist();
            assertThat(sipwright.apply(sipwright.plan()).isInFiles()).isTrue();
            assertThat(directory.resolve(USERS)).exists();

            assertThatThrownBy(() -> sipwright.apply(List.of())).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> sipwright.apply(List.of(plans.get(0), plans.get(0))))
                    .isInstanceOf(IllegalArgumentException.class);
            try (Sipwright stranger = sipwright()) {
                assertThatThrownBy(() -> stranger.apply(plans)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void a_store_that_is_gone_is_an_error_and_not_a_stale_plan() {
        FaultyStore faulty = new FaultyStore(store);
        try (Sipwright sipwright = sipwright(builder -> builder.store((ProvisioningStore) faulty))) {
            sipwright.users().create(People.user("anna"));
            List<Plan> plans = sipwright.plan();
            faulty.down = true;
            assertThatThrownBy(sipwright::plan).isInstanceOf(io.sipwright.store.StoreException.class);
            assertThat(sipwright.apply(plans).isInFiles()).isFalse();
            faulty.down = false;
            assertThat(sipwright.apply(plans).isVerified()).isTrue();
        }
    }
}
