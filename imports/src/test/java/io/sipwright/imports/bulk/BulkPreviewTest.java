package io.sipwright.imports.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sipwright.BatchPreview.Action;
import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.secret.Secret;
import io.sipwright.store.InMemoryStore;
import io.sipwright.target.ConfigFiles;
import io.sipwright.template.OptionOverride;
import io.sipwright.user.SipUserPatch;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a preview shows, and what becomes of it. */
class BulkPreviewTest {

    private static final String S = BulkBench.SECRET;
    private static final String OTHER = "Pq8$mNb3-Xc5vLk7";
    private static final String HEAD = "username,extension,secret,codecs\n";

    private final BulkBench bench = new BulkBench();

    private void anna() {
        bench.preview("u.csv", HEAD + "anna,1001," + S + ",alaw\nbert,1002," + S + ",\n")
                .store();
    }

    @Test
    void rows_are_new_changed_unchanged_or_wrong() {
        anna();
        BulkPreview preview = bench.preview(
                "u.csv",
                HEAD + "ANNA,1001," + OTHER + ",opus\nbert,1002," + S + ",\ncarl,1003," + S + ",\ndora,1004,abc,\n");

        assertThat(preview.rows())
                .extracting(BulkRow::line, BulkRow::name, BulkRow::action)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "anna", Action.CHANGED),
                        org.assertj.core.groups.Tuple.tuple(3, "bert", Action.UNCHANGED),
                        org.assertj.core.groups.Tuple.tuple(4, "carl", Action.ADDED),
                        org.assertj.core.groups.Tuple.tuple(5, "dora", Action.REFUSED));
        assertThat(preview.rows().get(0).changes())
                .extracting(BulkChange::toString)
                .containsExactly("secret: ******** → ********", "codecs: alaw → opus");
        assertThat(preview).hasToString("""
                1 new, 1 changed, 1 unchanged, 1 wrong
                     2  user   anna                  changed  secret: ******** → ********; codecs: alaw → opus
                     4  user   carl                  new
                     5  user   dora                  wrong
                problems:
                u.csv:5: secret: Too short: at least 12 characters. (The limit is a setting.)
                """);
        assertThat(preview.table(1)).contains("… and 2 more rows").doesNotContain("carl");
    }

    @Test
    void all_that_a_spec_has_is_compared() {
        bench.preview("f.json", """
                {"users": [{"username": "anna", "extension": 1001, "secret": "%s", "notes": "old",
                   "overrides": {"endpoint.direct_media": "no", "auth.password": "%s", "endpoint.send_pai": null}}],
                 "trunks": [{"trunk_name": "t", "provider": "telnyx", "username": "acc7", "password": "%s"}]}
                """.formatted(S, OTHER, S)).store();

        BulkPreview preview = bench.preview("f.yaml", """
                trunks:
                - {trunk_name: t, provider: twilio, is_active: no, allow_wide_inbound: yes}
                users:
                - username: anna
                  extension: 1001
                  secret: "%s"
                  template: advanced_user
                  active: false
                  overrides: {"auth.password": "%sx", "endpoint.direct_media": "yes"}
                """.formatted(S, OTHER));

        assertThat(preview.rows().get(1).changes())
                .extracting(BulkChange::toString)
                .containsExactly(
                        "template_type: basic_user → advanced_user",
                        "is_active: yes → no",
                        "notes: old → (none)",
                        "overrides.auth.password: ******** → ********",
                        "overrides.endpoint.direct_media: no → yes",
                        "overrides.endpoint.send_pai: (removed) → (none)");
        assertThat(preview.toString()).doesNotContain(S).doesNotContain(OTHER);
        assertThat(preview.rows().get(0).action()).isEqualTo(Action.REFUSED);
        assertThat(preview.rows().get(0).problems()).isNotEmpty();
    }

    @Test
    void the_order_of_overrides_is_a_change() {
        String json = "[{\"username\": \"a\", \"extension\": 1, \"secret\": \"" + S + "\", \"overrides\": %s}]";
        bench.preview("f.json", json.formatted("{\"endpoint.send_pai\": \"yes\", \"endpoint.send_rpid\": \"yes\"}"))
                .store();

        BulkPreview preview = bench.preview(
                "f.json", json.formatted("{\"endpoint.send_rpid\": \"yes\", \"endpoint.send_pai\": \"yes\"}"));

        assertThat(preview.rows().get(0).changes())
                .extracting(BulkChange::toString)
                .containsExactly("overrides: endpoint.send_pai, endpoint.send_rpid → "
                        + "endpoint.send_rpid, endpoint.send_pai");
    }

    @Test
    void a_second_import_changes_nothing() {
        anna();
        long generation = bench.sipwright.changesSince(0, 100).size();

        anna();

        assertThat(bench.sipwright.changesSince(0, 100)).hasSize((int) generation);
    }

    @Test
    void the_valid_part_is_stored_when_that_is_asked_for() {
        BulkPreview preview = bench.preview(
                "u.csv",
                HEAD + "anna,1001," + S + ",\nbert\ncarl,1.0E+3," + S + ",\ndora,1004,abc,\nemil,1005," + S + ",\n");

        BulkResult result = preview.storeValid();

        assertThat(result.stored().users()).extracting(user -> user.name()).containsExactly("anna", "emil");
        assertThat(result.problems())
                .isEqualTo(preview.problems())
                .extracting(BulkProblem::line)
                .containsExactly(3, 4, 5);
        assertThat(bench.sipwright.users().list()).hasSize(2);
        assertThat(result).hasToString("0 trunks and 2 users stored, 3 problems, generation 1");
    }

    @Test
    void what_has_become_wrong_since_the_preview_is_refused_in_the_words_of_the_file() {
        BulkPreview preview = bench.preview("f.csv", HEAD + "anna,1001," + S + ",\nbert,1002," + S + ",\n");
        bench.preview("t.csv", "trunk_name,provider,username,password\nbert,telnyx,acc7," + OTHER + "\n")
                .store();

        assertThat(preview.problems()).isEmpty();
        assertThatExceptionOfType(BulkFileException.class)
                .isThrownBy(preview::store)
                .satisfies(e -> assertThat(e.problems())
                        .extracting(BulkProblem::line, BulkProblem::field, BulkProblem::code)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(3, "username", "name.taken_by_trunk")));
        assertThat(bench.sipwright.users().list()).isEmpty();
        assertThat(preview.storeValid().problems())
                .extracting(BulkProblem::line)
                .containsExactly(3);
        assertThat(bench.sipwright.users().list()).hasSize(1);
    }

    @Test
    void missing_secrets_are_made_once_and_kept() {
        String text = "username,extension\nanna,1001\nbert,1002\n";
        BulkPreview preview = bench.preview("u.csv", text, settings -> settings.generateSecrets(true));
        assertThat(preview.problems()).isEmpty();

        BulkResult result = preview.store();

        assertThat(result.generatedSecrets()).containsOnlyKeys("anna", "bert");
        Secret made = result.generatedSecrets().get("anna");
        assertThat(bench.sipwright.users().get("anna").spec().fields().text("secret"))
                .contains(made.reveal());
        assertThat(result.toString() + preview).doesNotContain(made.reveal());
        BulkPreview again = bench.preview("u.csv", text + "carl,1003\n", settings -> settings.generateSecrets(true));
        assertThat(again.rows())
                .extracting(BulkRow::action)
                .containsExactly(Action.UNCHANGED, Action.UNCHANGED, Action.ADDED);
        assertThat(again.store().generatedSecrets()).containsOnlyKeys("carl");
        assertThat(bench.sipwright.users().get("anna").spec().fields().text("secret"))
                .contains(made.reveal());
    }

    @Test
    void secrets_of_refused_users_are_told_to_nobody() {
        BulkPreview preview = bench.preview(
                "u.csv", "username,extension\nanna,1001\nbert,x y\n", settings -> settings.generateSecrets(true));

        assertThat(preview.problems()).extracting(BulkProblem::field).containsExactly("extension");
        assertThat(preview.storeValid().generatedSecrets()).containsOnlyKeys("anna");
    }

    @Test
    void a_file_can_ask_for_a_secret_of_one_user() {
        String text = "username,extension,generate_secret\nanna,1001,yes\nbert,1002,no\n";
        BulkPreview preview = bench.preview("u.csv", text);

        assertThat(preview.problems()).extracting(BulkProblem::toString).containsExactly("u.csv:3: secret: Required.");
        Secret first = preview.storeValid().generatedSecrets().get("anna");
        Secret second =
                bench.preview("u.csv", text).storeValid().generatedSecrets().get("anna");
        assertThat(first.reveal()).isNotEqualTo(second.reveal());
    }

    @Test
    void digests_in_the_place_of_secrets_are_kept_too() {
        try (Sipwright digesting = Sipwright.builder()
                .store(new InMemoryStore())
                .userDigests("asterisk")
                .target(ConfigFiles.in(Path.of("never-written")))
                .applying(Applying.ON_REQUEST)
                .build()) {
            byte[] file = "username,extension\nanna,1001\n".getBytes(StandardCharsets.UTF_8);
            BulkImport bulk =
                    BulkImport.builder(digesting).generateSecrets(true).build();
            BulkResult result = bulk.preview("u.csv", BulkFormat.CSV, new ByteArrayInputStream(file))
                    .store();
            assertThat(result.generatedSecrets()).containsOnlyKeys("anna");
            assertThat(digesting.users().get("anna").spec().fields().asMap()).doesNotContainKey("secret");

            BulkPreview again = bulk.preview("u.csv", BulkFormat.CSV, new ByteArrayInputStream(file));

            assertThat(again.rows()).extracting(BulkRow::action).containsExactly(Action.UNCHANGED);
        }
    }

    @Test
    void what_the_file_does_not_give_goes_back_to_its_default() {
        anna();
        bench.sipwright
                .users()
                .update(
                        "anna",
                        SipUserPatch.builder()
                                .callLimit(3)
                                .overrides(OptionOverride.set("endpoint", "send_pai", "yes"))
                                .build());

        BulkPreview preview = bench.preview("u.csv", HEAD + "anna,1001," + S + ",\n");

        assertThat(preview.rows().get(0).changes())
                .extracting(BulkChange::toString)
                .containsExactlyInAnyOrder(
                        "codecs: alaw → (none)", "call_limit: 3 → (none)", "overrides.endpoint.send_pai: yes → (none)");
    }

    @Test
    void progress_is_passed_on() {
        List<String> told = new ArrayList<>();

        bench.preview(
                        "u.csv",
                        HEAD + "anna,1001," + S + ",\n",
                        settings ->
                                settings.progress((phase, done, total) -> told.add(phase + " " + done + "/" + total)))
                .store();

        assertThat(told).containsExactly("CHECKING 1/1", "CHECKING 1/1", "STORING 1/1");
    }
}
