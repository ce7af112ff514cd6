package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sipwright.Batch;
import io.sipwright.BatchOutcome;
import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.ValidationException;
import io.sipwright.validation.Violation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sections that bear a name of their own, from the request to the file. */
class SectionNamesTest {

    private static final int RACES = 20;

    @TempDir
    Path temporary;

    private Workbench bench;

    @BeforeEach
    void bench() {
        bench = new Workbench(temporary);
    }

    private static OptionOverride name(String role, String name) {
        return OptionOverride.set(role, OptionOverride.NAME, name);
    }

    private static SipUserSpec user(String name, String auth) {
        return Samples.user(name).toBuilder().override(name("auth", auth)).build();
    }

    private static TrunkSpec trunk(String name, String endpoint) {
        return Samples.trunk(name).toBuilder()
                .override(name("endpoint", endpoint))
                .build();
    }

    private List<String> refused(Runnable request) {
        Workbench.Snapshot before = bench.snapshot();
        ValidationException refusal = catchThrowableOfType(ValidationException.class, request::run);
        assertThat(bench.snapshot()).isEqualTo(before);
        return codes(refusal.violations());
    }

    private static List<String> codes(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.path() + " " + violation.code())
                .toList();
    }

    @Test
    void the_files_hold_sections_of_these_names() {
        bench.sipwright.trunks().create(trunk("main", "carrier"));
        bench.sipwright.users().create(user("6001", "auth6001"));

        assertThat(bench.trunksFile()).contains("[carrier]\n", "[main-aor]\n").doesNotContain("main-endpoint", "@name");
        assertThat(bench.usersFile()).contains("[auth6001]\n", "auth=auth6001\n", "aors=6001\n");
    }

    @Test
    void a_name_is_taken_until_its_owner_gives_it_up() {
        bench.sipwright.users().create(user("6001", "auth6001"));
        Runnable wanting = () -> bench.sipwright.users().create(Samples.user("auth6001"));
        assertThat(refused(wanting)).containsExactly("name name.section_of_object");
        bench.sipwright.users().disable("6001");
        assertThat(refused(wanting)).containsExactly("name name.section_of_object");

        bench.sipwright
                .users()
                .update("6001", SipUserPatch.builder().overrides().build());
        wanting.run();
        assertThat(refused(() -> bench.sipwright
                        .users()
                        .update(
                                "6001",
                                SipUserPatch.builder()
                                        .overrides(name("auth", "AUTH6001"))
                                        .build())))
                .containsExactly("overrides.auth.@name name.taken_by_user");
        bench.sipwright.users().delete("auth6001");
        bench.sipwright.users().delete("6001");
        bench.sipwright.users().create(user("6002", "auth6001"));
    }

    @Test
    void names_that_a_trunk_makes_of_its_own_are_taken_too() {
        bench.sipwright.trunks().create(Samples.trunk("carrier"));

        assertThat(refused(() -> bench.sipwright.users().create(user("6001", "carrier-auth"))))
                .containsExactly("overrides.auth.@name name.section_of_trunk");
        bench.sipwright.users().create(user("6001", "other-auth"));
        assertThat(refused(() -> bench.sipwright.trunks().create(Samples.trunk("other"))))
                .containsExactly("name name.section_taken");
        bench.sipwright
                .trunks()
                .update(
                        "carrier",
                        TrunkPatch.builder().overrides(name("auth", "c")).build());
        bench.sipwright.users().create(user("6002", "carrier-auth"));
        assertThat(refused(() -> bench.sipwright
                        .trunks()
                        .update("carrier", TrunkPatch.builder().overrides().build())))
                .containsExactly("name name.section_taken");
    }

    @Test
    void within_a_batch_each_name_is_given_once() {
        assertThat(refused(() -> bench.sipwright.upsertAll(new Batch(
                        List.of(trunk("t1", "t2-auth"), Samples.trunk("t2"), trunk("t3", "a")),
                        List.of(user("a", "b"), Samples.user("b"), user("c", "B"), user("d", "t3-aor"))))))
                .containsExactlyInAnyOrder(
                        "trunks[1].name name.section_taken",
                        "users[0].name name.section_of_object",
                        "users[1].name name.section_of_object",
                        "users[2].overrides.auth.@name name.taken_by_user",
                        "users[3].overrides.auth.@name name.section_of_trunk");
    }

    @Test
    void a_batch_may_give_names_up_but_not_pass_them_on() {
        bench.sipwright.users().create(user("6001", "one"));

        assertThat(refused(() -> bench.sipwright.upsertAll(
                        new Batch(List.of(), List.of(user("6001", "two"), user("6002", "one"))))))
                .containsExactly("users[1].overrides.auth.@name name.section_of_object");
        bench.sipwright.upsertAll(new Batch(List.of(), List.of(user("6001", "two"), user("6002", "three"))));
        bench.sipwright.upsertAll(new Batch(List.of(), List.of(user("6001", "two"), user("6002", "one"))));
        assertThat(bench.usersFile()).contains("[one]", "[two]").doesNotContain("[three]");
    }

    @Test
    void what_is_valid_of_a_batch_is_stored_without_what_collides() {
        bench.sipwright.users().create(user("6001", "one"));

        BatchOutcome outcome = bench.sipwright
                .upsertValid(
                        new Batch(
                                List.of(),
                                List.of(
                                        user("6001", "two"),
                                        user("6002", "one"),
                                        user("6003", "bad\u0000"),
                                        user("6004", "4"))),
                        (phase, done, total) -> {})
                .value();

        assertThat(outcome.users().stream().map(row -> codes(row.violations())).toList())
                .containsExactly(
                        List.of(),
                        List.of("users[1].overrides.auth.@name name.section_of_object"),
                        List.of("users[2].overrides.auth.@name override.name_form"),
                        List.of());
        assertThat(bench.sipwright.users().list()).extracting(SipUser::name).containsExactly("6001", "6004");
    }

    @Test
    void of_many_at_once_that_want_a_name_one_gets_it() throws Exception {
        int won = Threads.sum(thread -> {
            int successes = 0;
            for (int race = 0; race < RACES; race++) {
                successes += wins(thread, "prize" + race + "-auth", "racer" + thread + "." + race) ? 1 : 0;
            }
            return successes;
        });

        assertThat(won).isEqualTo(RACES);
    }

    private boolean wins(int racer, String prize, String own) {
        try {
            switch (racer % 4) {
                case 0 -> bench.sipwright.users().create(Samples.user(prize));
                case 1 -> bench.sipwright.users().create(user(own, prize));
                case 2 -> bench.sipwright.trunks().create(Samples.trunk(prize.substring(0, prize.indexOf('-'))));
                default -> bench.sipwright.trunks().create(trunk(own, prize));
            }
            return true;
        } catch (ValidationException lost) {
            assertThat(lost.violations()).hasSize(1);
            return false;
        }
    }
}
