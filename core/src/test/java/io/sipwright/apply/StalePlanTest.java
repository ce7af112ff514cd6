package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sipwright.Sipwright;
import io.sipwright.store.InMemoryStore;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.user.SipUserPatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A plan whose base has moved is refused, and nothing happens. */
@Timeout(60)
class StalePlanTest extends PlanBed {

    /** Refused, and neither the files nor Asterisk have noticed. */
    private StalePlanException refused(Sipwright sipwright, Plan plan) throws IOException {
        Map<String, String> before = onDisk();
        int reloads = asterisk.reloads.size();
        List<NodeStatus> status = sipwright.status();
        StalePlanException stale = catchThrowableOfType(StalePlanException.class, () -> sipwright.apply(List.of(plan)));
        assertThat(stale).as("refused").isNotNull();
        assertThat(stale.node()).isEqualTo(plan.node());
        assertThat(stale.plannedGeneration()).isEqualTo(plan.generation());
        assertThat(onDisk()).isEqualTo(before);
        assertThat(asterisk.reloads).hasSize(reloads);
        assertThat(sipwright.status()).isEqualTo(status);
        return stale;
    }

    @Test
    void it_is_stale_when_the_state_has_moved() throws IOException {
        try (Sipwright sipwright = sipwright()) {
            sipwright.users().create(People.user("anna"));
            Plan plan = only(sipwright);
            sipwright.users().create(People.user("bob"));

            StalePlanException stale = refused(sipwright, plan);

            assertThat(stale.presentGeneration()).isEqualTo(2);
            assertThat(stale).hasMessageContaining("generation 1, and now there is 2");
        }
    }

    @Test
    void it_is_stale_when_someone_else_has_applied_it() throws IOException {
        try (Sipwright sipwright = sipwright()) {
            sipwright.users().create(People.user("anna"));
            Plan plan = only(sipwright);
            sipwright.apply();

            assertThat(refused(sipwright, plan)).hasMessageContaining("its files");
        }
    }

    @Test
    void it_is_stale_when_a_file_was_edited_has_gone_or_is_not_what_it_was() throws IOException {
        try (Sipwright sipwright = sipwright()) {
            sipwright.users().create(People.user("anna"));
            sipwright.apply();
            sipwright.users().create(People.user("bob"));
            Plan plan = only(sipwright);
            Path file = directory.resolve(USERS);
            String text = Files.readString(file);
            for (String edited : List.of(
                    text.replace("context=internal", "context=edited"),
                    text.replace("qLw2", "qLw3"),
                    text + "; a comment\n",
                    text + "[more]\ntype=aor\n",
                    "[broken\n",
                    "")) {
                Files.writeString(file, edited);
                refused(sipwright, plan);
            }
            Files.delete(file);
            refused(sipwright, plan);

            Plan again = only(sipwright);
            assertThat(again.notes()).singleElement().asString().contains("is not there yet");
            assertThat(sipwright.apply(List.of(again)).isInFiles()).isTrue();
            assertThat(only(sipwright).isEmpty()).isTrue();
        }
    }

    @Test
    void a_file_that_cannot_be_read_is_replaced_if_it_still_cannot() throws IOException {
        try (Sipwright sipwright = sipwright()) {
            sipwright.users().create(People.user("anna"));
            sipwright.apply();
            Files.writeString(directory.resolve(USERS), "[broken\n");
            Plan plan = only(sipwright);
            assertThat(plan.changes()).hasSize(3);

            assertThat(sipwright.apply(List.of(plan)).isInFiles()).isTrue();

            assertThat(Files.readString(directory.resolve(USERS))).contains("[anna]");
        }
    }

    @Test
    void it_is_stale_with_other_templates() throws IOException {
        try (Sipwright sipwright = sipwright()) {
            sipwright.users().create(People.user("anna"));
            Plan plan = only(sipwright);
            TemplateCatalog other =
                    TemplateCatalog.builder().addJson("other.json", """
                            {"id": "basic_user", "kind": "user", "extends": "sip-user", "displayName": "Basic",
                             "sections": {"endpoint": {"options": {"rtp_timeout": "60"}}}}
                            """).build();
            try (Sipwright next = sipwright(builder -> builder.catalog(other))) {
                assertThat(refused(next, plan)).hasMessageContaining("what is rendered");
            }
        }
    }

    @Test
    void its_fingerprint_is_that_of_its_base_and_of_nothing_else() {
        try (Sipwright sipwright = sipwright();
                Sipwright same = sipwright()) {
            sipwright.users().create(People.user("anna"));
            assertThat(only(sipwright).fingerprint())
                    .isEqualTo(only(same).fingerprint())
                    .matches("[0-9a-f]{32}");
            String before = only(sipwright).fingerprint();
            sipwright
                    .users()
                    .update("anna", SipUserPatch.builder().displayName("Anna").build());
            assertThat(only(sipwright).fingerprint()).isNotEqualTo(before);
            try (Sipwright other = sipwright(builder -> builder.store(new InMemoryStore()))) {
                other.users().create(People.user("anna"));
                assertThat(only(other).fingerprint())
                        .as("the key of the store is in it")
                        .isNotEqualTo(before);
            }
        }
    }

    /** A change commits at any moment: either it is not in the files, or the plan was refused. */
    @Test
    void nothing_slips_in_between_the_check_and_the_files() throws Exception {
        int applied = 0;
        int refused = 0;
        try (Sipwright sipwright = sipwright()) {
            sipwright.users().create(People.user("anna"));
            sipwright.apply();
            for (int i = 0; i < 150; i++) {
                String planned = "planned" + i;
                String late = "late" + i;
                sipwright
                        .users()
                        .update(
                                "anna",
                                SipUserPatch.builder().displayName(planned).build());
                List<Plan> plans = sipwright.plan();
                long wait = (i % 50) * 100_000L;
                Thread other = new Thread(() -> {
                    java.util.concurrent.locks.LockSupport.parkNanos(wait);
                    sipwright
                            .users()
                            .update(
                                    "anna",
                                    SipUserPatch.builder().displayName(late).build());
                });
                if (i % 10 != 1) { // which comes after the apply for sure
                    other.start();
                }
                if (i % 10 == 0) { // which comes before it
                    other.join(10_000);
                }
                try {
                    sipwright.apply(plans);
                    applied++;
                    assertThat(Files.readString(directory.resolve(USERS)))
                            .contains(planned)
                            .doesNotContain(late);
                } catch (StalePlanException e) {
                    refused++;
                    assertThat(Files.readString(directory.resolve(USERS)))
                            .doesNotContain(planned)
                            .doesNotContain(late);
                } finally {
                    if (i % 10 == 1) {
                        other.start();
                    }
                    other.join(10_000);
                }
            }
        }
        System.out.printf("of 150 plans %d were applied, %d refused%n", applied, refused);
        assertThat(applied).isPositive();
        assertThat(refused).isPositive();
    }
}
