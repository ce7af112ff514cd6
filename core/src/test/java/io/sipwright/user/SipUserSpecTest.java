package io.sipwright.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.secret.Secret;
import io.sipwright.template.FieldValue;
import io.sipwright.template.OptionOverride;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A SIP user as a value. */
class SipUserSpecTest {

    private static SipUserSpec.Builder full() {
        return SipUserSpec.builder("alice", "advanced_user")
                .extension("1001")
                .secret("canary-secret")
                .displayName("canary-name")
                .context("from-internal")
                .codecs("ulaw", "alaw")
                .maxContacts(3)
                .voicemail("1001@default")
                .callLimit(5)
                .transport("transport-udp")
                .notes("canary-notes")
                .active(false)
                .override(OptionOverride.set("endpoint", "language", "canary-override"));
    }

    @Test
    void holds_what_was_said() {
        SipUserSpec user = full().build();

        assertThat(user.name()).isEqualTo("alice");
        assertThat(user.templateId()).isEqualTo("advanced_user");
        assertThat(user.active()).isFalse();
        assertThat(user.notes()).isEqualTo("canary-notes");
        assertThat(user.overrides()).hasSize(1);
        assertThat(user.fields().get("secret")).isEqualTo(FieldValue.of(Secret.of("canary-secret")));
        assertThat(user.fields().asMap().keySet())
                .containsExactly(
                        "extension",
                        "secret",
                        "display_name",
                        "context",
                        "codecs",
                        "max_contacts",
                        "voicemail",
                        "call_limit",
                        "transport");
    }

    @Test
    void is_equal_by_content() {
        assertThat(full().build()).isEqualTo(full().build()).hasSameHashCodeAs(full().build());
        assertThat(full().build().toBuilder().build()).isEqualTo(full().build());
        assertThat(List.of(
                        full().username("other").build(),
                        full().template("basic_user").build(),
                        full().active(true).build(),
                        full().notes("").build(),
                        full().secret("other").build(),
                        full().clear("voicemail").build(),
                        full().override(OptionOverride.remove("endpoint", "language"))
                                .build()))
                .allSatisfy(other -> assertThat(other).isNotEqualTo(full().build()));
    }

    @Test
    void shows_names_of_fields_but_no_values() {
        SipUserSpec user = full().build();

        assertThat(user.toString())
                .startsWith("SIP user alice (advanced_user), inactive")
                .contains("secret")
                .doesNotContain("canary");
        assertThat(new SipUser(1, user, 1, 1, Instant.EPOCH, Instant.EPOCH))
                .satisfies(kept -> assertThat(kept.toString()).doesNotContain("canary"))
                .satisfies(kept -> assertThat(kept.name()).isEqualTo("alice"))
                .satisfies(kept -> assertThat(kept.template()).isEqualTo("advanced_user"));
    }
}
