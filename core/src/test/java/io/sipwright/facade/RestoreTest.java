package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sipwright.Batch;
import io.sipwright.FormerGeneration;
import io.sipwright.Provisioned;
import io.sipwright.Restoration;
import io.sipwright.store.Change;
import io.sipwright.store.NotFoundException;
import io.sipwright.store.ObjectKind;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserPatch;
import io.sipwright.validation.SecretPolicy;
import io.sipwright.validation.ValidationException;
import io.sipwright.validation.Violation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way back. */
class RestoreTest {

    @TempDir
    Path temporary;

    private Workbench bench;

    @BeforeEach
    void bench() {
        bench = new Workbench(temporary);
    }

    private Provisioned<Restoration> restore(long generation) {
        return bench.sipwright.history().restore(generation);
    }

    private void create(String... users) {
        for (String user : users) {
            bench.sipwright.users().create(Samples.user(user));
        }
    }

    private static Restoration.Item user(String name) {
        return new Restoration.Item(ObjectKind.USER, name);
    }

    private static Restoration.Item trunk(String name) {
        return new Restoration.Item(ObjectKind.TRUNK, name);
    }

    @Test
    void everything_is_brought_back_in_one_generation_and_in_someones_name() {
        create("deleted", "changed", "same");
        bench.sipwright.trunks().create(Samples.trunk("carrier"));
        String users = bench.usersFile();
        String trunks = bench.trunksFile();
        long sameVersion = bench.sipwright.users().get("same").version();
        bench.sipwright.users().delete("deleted");
        bench.sipwright
                .users()
                .update("changed", SipUserPatch.builder().context("sales").build());
        bench.sipwright.trunks().disable("carrier");
        create("new");

        Provisioned<Restoration> restored = bench.sipwright.as("olga").history().restore(4);

        assertThat(bench.usersFile()).isEqualTo(users);
        assertThat(bench.trunksFile()).isEqualTo(trunks);
        assertThat(restored.generation()).isEqualTo(9);
        assertThat(restored.value())
                .isEqualTo(new Restoration(
                        4, List.of(user("deleted")), List.of(trunk("carrier"), user("changed")), List.of(user("new"))));
        assertThat(bench.sipwright.users().get("same").version()).isEqualTo(sameVersion);
        assertThat(bench.sipwright.changesSince(8, 100))
                .hasSize(4)
                .allSatisfy(change -> assertThat(change.actor()).isEqualTo("olga"))
                .allSatisfy(change -> assertThat(change.generation()).isEqualTo(9));
    }

    @Test
    void generation_zero_is_empty_and_can_be_left_again() {
        create("alice", "bob");
        String users = bench.usersFile();

        restore(0);
        assertThat(bench.sipwright.users().list()).isEmpty();
        restore(2);

        assertThat(bench.usersFile()).isEqualTo(users);
    }

    @Test
    void the_present_state_is_no_change() {
        create("alice");
        bench.sipwright.users().disable("alice");
        bench.sipwright.users().enable("alice");
        Workbench.Snapshot before = bench.snapshot();

        assertThat(restore(3).value().isChange()).isFalse();
        assertThat(restore(1).value().isChange()).isFalse();
        assertThat(restore(1).generation()).isEqualTo(3);

        assertThat(bench.snapshot()).isEqualTo(before);
    }

    @Test
    void a_generation_that_there_is_not_is_refused() {
        create("alice");
        for (long generation : new long[] {-1, 2, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> restore(generation))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessage("There is no generation '" + generation + "'");
        }
        assertThat(bench.generation()).isEqualTo(1);
    }

    @Test
    void a_name_that_moved_from_a_user_to_a_trunk_moves_back_and_forth() {
        create("main");
        bench.sipwright.users().delete("main");
        bench.sipwright.trunks().create(Samples.trunk("MAIN"));

        assertThat(restore(1).value())
                .isEqualTo(new Restoration(1, List.of(user("main")), List.of(), List.of(trunk("MAIN"))));
        assertThat(bench.sipwright.trunks().find("main")).isEmpty();

        restore(3);
        assertThat(bench.sipwright.trunks().get("main").name()).isEqualTo("MAIN");
        assertThat(bench.sipwright.users().find("main")).isEmpty();
    }

    @Test
    void a_name_gets_its_former_spelling_back() {
        create("Alice");
        String users = bench.usersFile();
        bench.sipwright.users().delete("alice");
        create("ALICE");

        assertThat(restore(1).value().changed()).containsExactly(user("Alice"));
        assertThat(bench.usersFile()).isEqualTo(users);
        assertThat(bench.sipwright.users().get("alice").name()).isEqualTo("Alice");
    }

    @Test
    void an_address_that_moved_to_another_trunk_moves_back() {
        bench.sipwright.trunks().create(Samples.trunk("one", "192.0.2.1"));
        bench.sipwright.trunks().create(Samples.trunk("two", "192.0.2.2"));
        TrunkPatch other = TrunkPatch.builder()
                .field("inbound_sources", List.of("192.0.2.3"))
                .build();
        bench.sipwright.trunks().update("one", other);
        bench.sipwright
                .trunks()
                .update(
                        "two",
                        TrunkPatch.builder()
                                .field("inbound_sources", List.of("192.0.2.1"))
                                .build());
        bench.sipwright
                .trunks()
                .update(
                        "one",
                        TrunkPatch.builder()
                                .field("inbound_sources", List.of("192.0.2.2"))
                                .build());

        assertThat(restore(2).value().changed()).containsExactly(trunk("one"), trunk("two"));
        bench.sipwright.trunks().delete("two");
        bench.sipwright.trunks().create(Samples.trunk("three", "192.0.2.2"));

        assertThat(restore(2).value())
                .isEqualTo(new Restoration(2, List.of(trunk("two")), List.of(), List.of(trunk("three"))));
    }

    @Test
    void a_name_of_a_section_is_free_when_its_trunk_goes() {
        create("carrier-auth");
        bench.sipwright.users().delete("carrier-auth");
        bench.sipwright.trunks().create(Samples.trunk("carrier"));

        assertThat(restore(1).value().created()).containsExactly(user("carrier-auth"));
        assertThat(restore(3).value().created()).containsExactly(trunk("carrier"));
    }

    @Test
    void what_has_stood_beside_a_trunk_comes_back_beside_it() {
        create("carrier-2");
        bench.sipwright.trunks().create(Samples.trunk("carrier"));
        bench.sipwright.users().delete("carrier-2");
        assertThatThrownBy(() -> create("carrier-2")).isInstanceOf(ValidationException.class);

        assertThat(restore(2).value().created()).containsExactly(user("carrier-2"));
    }

    @Test
    void what_is_refused_now_is_all_named_and_nothing_happens() {
        create("alice", "bob", "carl");
        bench.sipwright.trunks().create(Samples.trunk("carrier"));
        restore(0);
        Workbench strict = new Workbench(
                temporary, settings -> settings.store(bench.store).secretPolicy(new SecretPolicy(60, 12)));
        Workbench.Snapshot before = bench.snapshot();

        ValidationException refusal = catchThrowableOfType(
                ValidationException.class, () -> strict.sipwright.history().restore(4));

        assertThat(refusal.violations())
                .extracting(Violation::path)
                .containsExactly("users[alice].secret", "users[bob].secret", "users[carl].secret");
        assertThat(bench.snapshot()).isEqualTo(before);
    }

    private static TemplateCatalog ours(String field) {
        return TemplateCatalog.builder()
                .addJson("ours.json", """
                        {"id": "ours", "kind": "user", "extends": "basic_user", "version": 2, "displayName": "Ours",
                         "provenance": {"checked": "2026-01-01", "evidence": "documented", "sources": []}
                         %s}
                        """.formatted(field))
                .build();
    }

    private List<Violation> violationsWith(TemplateCatalog catalog) {
        Workbench later =
                new Workbench(temporary, settings -> settings.store(bench.store).catalog(catalog));
        Workbench.Snapshot before = bench.snapshot();
        ValidationException refusal = catchThrowableOfType(
                ValidationException.class, () -> later.sipwright.history().restore(2));
        assertThat(bench.snapshot()).isEqualTo(before);
        return refusal.violations();
    }

    @Test
    void a_template_that_is_gone_or_asks_for_more_now_is_named() {
        bench = new Workbench(temporary, settings -> settings.catalog(ours("")));
        bench.sipwright
                .users()
                .create(Samples.user("alice").toBuilder().template("ours").build());
        create("bob");
        restore(0);

        assertThat(violationsWith(TemplateCatalog.shipped())).singleElement().satisfies(violation -> {
            assertThat(violation.path()).isEqualTo("users[alice].template_type");
            assertThat(violation.code()).isEqualTo("template.unknown");
        });
        assertThat(violationsWith(
                        ours(", \"fields\": {\"desk\": {\"type\": \"text\", \"label\": \"Desk\", \"required\": true}},"
                                + "\"sections\": {\"endpoint\": {\"options\": {\"accountcode\": \"${desk}\"}}}")))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.path()).isEqualTo("users[alice].desk");
                    assertThat(violation.code()).isEqualTo("field.required");
                });
        assertThat(restore(2).value().created()).hasSize(2);
    }

    @Test
    void digests_come_back() {
        bench = new Workbench(temporary, settings -> settings.userDigests("asterisk"));
        create("alice");
        String users = bench.usersFile();
        bench.sipwright
                .users()
                .update(
                        "alice",
                        SipUserPatch.builder().secret("another-One-4711").build());
        assertThat(bench.usersFile()).isNotEqualTo(users);

        restore(1);
        assertThat(bench.usersFile()).isEqualTo(users);
        restore(0);
        assertThat(bench.sipwright
                        .users()
                        .restore("alice", 1)
                        .value()
                        .spec()
                        .fields()
                        .text("secret"))
                .isEmpty();
        assertThat(bench.usersFile()).isEqualTo(users);
        assertThat(restore(1).value().isChange()).isFalse();
    }

    @Test
    void one_object_comes_back_alone() {
        create("Alice", "bob");
        bench.sipwright
                .users()
                .update("alice", SipUserPatch.builder().context("sales").build());
        bench.sipwright
                .users()
                .update("bob", SipUserPatch.builder().context("sales").build());

        Provisioned<SipUser> changed = bench.sipwright.users().restore("ALICE", 2);
        assertThat(changed.value().spec().fields().text("context"))
                .isNotEqualTo(bench.sipwright.users().get("bob").spec().fields().text("context"));
        assertThat(changed.generation()).isEqualTo(5);
        assertThat(bench.sipwright.users().restore("alice", 2).generation()).isEqualTo(5);

        bench.sipwright.users().delete("alice");
        Provisioned<SipUser> created = bench.sipwright.users().restore("alice", 4);
        assertThat(created.value().name()).isEqualTo("Alice");
        assertThat(created.value().spec().fields().text("context")).contains("sales");
        assertThat(bench.sipwright.users().history("alice", 1).get(0).change().action())
                .isEqualTo(Change.Action.CREATED);
    }

    @Test
    void one_object_is_not_brought_back_to_when_it_was_not_there() {
        create("bob", "alice");
        bench.sipwright.users().delete("alice");

        for (long generation : new long[] {-1, 0, 1, 3, 4}) {
            assertThatThrownBy(() -> bench.sipwright.users().restore("alice", generation))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("state at generation " + generation + " of the SIP user 'alice'");
        }
        assertThatThrownBy(() -> bench.sipwright.users().restore("nobody", 1)).isInstanceOf(NotFoundException.class);
        assertThat(bench.generation()).isEqualTo(3);
    }

    @Test
    void one_object_does_not_take_the_name_of_another() {
        create("main");
        bench.sipwright.users().delete("main");
        bench.sipwright.trunks().create(Samples.trunk("main"));

        ValidationException refusal = catchThrowableOfType(
                ValidationException.class, () -> bench.sipwright.users().restore("main", 1));
        assertThat(refusal.violations()).extracting(Violation::code).containsExactly("name.taken_by_trunk");
    }

    @Test
    void the_generations_are_listed_newest_first_page_by_page() {
        create("alice");
        bench.sipwright
                .as("olga")
                .upsertAll(new Batch(List.of(Samples.trunk("carrier")), List.of(Samples.user("bob"))));
        bench.sipwright.users().delete("alice");

        List<FormerGeneration> all = bench.sipwright.history().list(10);
        assertThat(all).extracting(FormerGeneration::number).containsExactly(3L, 2L, 1L);
        assertThat(all.get(1).actor()).isEqualTo("olga");
        assertThat(all.get(1).changes()).extracting(Change::name).containsExactlyInAnyOrder("carrier", "bob");
        assertThat(all.get(0).changes()).extracting(Change::action).containsExactly(Change.Action.DELETED);
        assertThat(all.get(0).at()).isEqualTo(all.get(0).changes().get(0).at());

        assertThat(bench.sipwright.history().list(2)).isEqualTo(all.subList(0, 2));
        assertThat(bench.sipwright.history().list(2, 2)).isEqualTo(all.subList(2, 3));
        assertThat(bench.sipwright.history().list(1, 3)).isEqualTo(all.subList(1, 2));
        assertThat(bench.sipwright.history().list(5, 1)).isEmpty();
        assertThat(bench.sipwright.history().list(5, 99)).isEqualTo(all);
        assertThatThrownBy(() -> bench.sipwright.history().list(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
