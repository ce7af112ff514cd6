package io.sipwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.apply.Applying;
import io.sipwright.apply.Drift;
import io.sipwright.apply.Plan.Action;
import io.sipwright.apply.Plan.OptionChange;
import io.sipwright.pjsip.PjsipSyntaxException;
import io.sipwright.secret.Secret;
import io.sipwright.store.NotFoundException;
import io.sipwright.target.ConfigFiles;
import io.sipwright.target.DriftPolicy;
import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.ValidationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of our files by others: reported, adopted, and refused as a whole where they can't be. */
class DriftTest {

    private static final String SECRET = "correct-horse-battery";

    @TempDir
    Path directory;

    private Sipwright sipwright;

    @BeforeEach
    void start() {
        sipwright = open(DriftPolicy.REFUSE, Applying.ON_REQUEST);
        sipwright
                .users()
                .create(SipUserSpec.builder("alice", "basic_user")
                        .extension("1001")
                        .secret(Secret.of(SECRET))
                        .build());
        sipwright
                .trunks()
                .create(TrunkSpec.builder("carrier", "telnyx")
                        .username("acme-pbx")
                        .password(Secret.of(SECRET))
                        .build());
        sipwright.apply();
    }

    private Sipwright open(DriftPolicy policy, Applying applying) {
        return Sipwright.builder()
                .target(ConfigFiles.builder(directory).onDrift(policy).build())
                .applying(applying)
                .build();
    }

    @AfterEach
    void close() {
        sipwright.close();
    }

    @Test
    void there_is_none_after_applying() {
        assertThat(drift().isNone()).isTrue();
        assertThat(drift().toString()).startsWith("Node default, generation 2: no drift\n");
        assertThat(sipwright.adoptEdits("default")).isEmpty();
    }

    @Test
    void each_object_is_named_and_secrets_are_masked() throws IOException {
        edit("max_contacts=1", "max_contacts=3");
        edit("password=" + SECRET, "password=Another-Horse-77");
        append("[mallory]\ntype=aor\nmax_contacts=9\n");

        Drift drift = drift();

        assertThat(drift.objects())
                .extracting(object -> object.action() + " " + object.object())
                .containsExactly("CHANGED auth alice", "CHANGED aor alice", "ADDED aor mallory");
        assertThat(drift.objects().get(1).options())
                .containsExactly(new OptionChange("max_contacts", List.of("1"), List.of("3")));
        assertThat(drift.toString())
                .contains("~ aor alice in the file: max_contacts 1 -> 3", "+ aor mallory in the file")
                .doesNotContain("Another-Horse-77", SECRET);
    }

    @Test
    void what_was_removed_is_named() throws IOException {
        String text = Files.readString(users());
        Files.writeString(users(), text.substring(0, text.indexOf("[alice]\ntype=endpoint")));

        assertThat(drift().objects()).extracting(Drift.ObjectDrift::action).containsExactly(Action.REMOVED);
        assertThatThrownBy(() -> sipwright.adoptEdits("default"))
                .isInstanceOf(UnadoptableEditException.class)
                .hasMessageContaining("endpoint alice was taken out; disable or delete alice instead");
    }

    @Test
    void an_edit_becomes_a_field_where_there_is_one_and_an_override_elsewhere() throws IOException {
        edit("max_contacts=1", "max_contacts=3");
        edit("password=" + SECRET, "password=Another-Horse-77");
        edit("direct_media=no", "direct_media=no\nlanguage=de");

        Provisioned<List<String>> adopted =
                sipwright.as("night shift").adoptEdits("default").orElseThrow();

        assertThat(adopted.value()).containsExactly("alice");
        SipUserSpec alice = sipwright.users().get("alice").spec();
        assertThat(alice.fields().text("max_contacts")).hasValue("3");
        assertThat(alice.fields().text("secret")).hasValue("Another-Horse-77");
        assertThat(alice.fields().text("extension")).hasValue("1001");
        assertThat(alice.overrides()).containsExactly(OptionOverride.set("endpoint", "language", "de"));
        assertThat(sipwright.changesSince(2, 10)).extracting("actor").containsExactly("night shift");
        sipwright.apply();
        assertThat(drift().isNone()).isTrue();
        assertThat(Files.readString(users())).contains("max_contacts=3", "language=de", "password=Another-Horse-77");
    }

    @Test
    void an_edit_of_comments_and_order_changes_no_object_and_is_overwritten_afterwards() throws IOException {
        String before = Files.readString(users());
        edit("direct_media=no\n", "; by hand\n  direct_media => no\n");
        sipwright.apply();
        assertThat(Files.readString(users())).contains("by hand");

        assertThat(sipwright.adoptEdits("default").orElseThrow().value()).isEmpty();

        sipwright.apply();
        assertThat(Files.readString(users())).isEqualTo(before);
    }

    @Test
    void nothing_is_adopted_where_something_can_t_be() throws IOException {
        edit("max_contacts=1", "max_contacts=3");
        append("[mallory]\ntype=aor\n");

        assertThatThrownBy(() -> sipwright.adoptEdits("default"))
                .isInstanceOf(UnadoptableEditException.class)
                .hasMessageContaining("aor mallory was added");

        assertThat(sipwright.users().get("alice").version()).isEqualTo(1);
        assertThat(drift().isNone()).isFalse();
    }

    @Test
    void an_edit_that_no_request_may_make_is_refused() throws IOException {
        edit("password=" + SECRET, "password=1234");

        assertThatThrownBy(() -> sipwright.adoptEdits("default")).isInstanceOf(ValidationException.class);

        assertThat(sipwright.users().get("alice").version()).isEqualTo(1);
    }

    @Test
    void an_edit_that_asterisk_could_not_read_has_a_place() throws IOException {
        Files.writeString(users(), "[alice\n");

        assertThat(drift().notes()).anyMatch(note -> note.contains("pjsip_users.conf:1"));
        assertThatThrownBy(() -> sipwright.adoptEdits("default")).isInstanceOf(PjsipSyntaxException.class);
    }

    @Test
    void a_node_that_there_is_not() {
        assertThatThrownBy(() -> sipwright.adoptEdits("elsewhere")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void with_the_policy_adopt_it_happens_by_itself() throws Exception {
        sipwright.close();
        sipwright = open(DriftPolicy.ADOPT, Applying.IN_BACKGROUND);
        SipUserSpec bob = SipUserSpec.builder("bob", "basic_user")
                .extension("1002")
                .secret(Secret.of(SECRET))
                .build();
        Files.delete(users());
        Files.delete(directory.resolve("pjsip_trunks.conf"));
        sipwright.users().create(bob).awaitApplied(Duration.ofSeconds(20));
        edit("max_contacts=1", "max_contacts=7");

        sipwright.reconcile();

        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < deadline
                && !sipwright
                        .users()
                        .get("bob")
                        .spec()
                        .fields()
                        .text("max_contacts")
                        .equals(java.util.Optional.of("7"))) {
            Thread.sleep(20);
        }
        assertThat(sipwright.users().get("bob").spec().fields().text("max_contacts"))
                .hasValue("7");
    }

    private Drift drift() {
        return sipwright.drift().get(0);
    }

    private Path users() {
        return directory.resolve("pjsip_users.conf");
    }

    private void edit(String from, String to) throws IOException {
        String text = Files.readString(users());
        assertThat(text).contains(from);
        Files.writeString(users(), text.replaceFirst(java.util.regex.Pattern.quote(from), to));
    }

    private void append(String text) throws IOException {
        Files.writeString(users(), Files.readString(users()) + text);
    }
}
