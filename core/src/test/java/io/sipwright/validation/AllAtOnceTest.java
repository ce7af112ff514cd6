package io.sipwright.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import org.junit.jupiter.api.Test;

/** Everything that is wrong with a request comes back at once. */
class AllAtOnceTest {

    @Test
    void of_a_trunk() {
        TrunkSpec trunk = TrunkSpec.builder("bad name", "telnyx")
                .username("a@b")
                .password("short")
                .server("a b")
                .port(0)
                .inboundSources("10.0.0.0/8")
                .field("unheard", "x")
                .override(OptionOverride.set("endpiont", "language", "de"))
                .override(OptionOverride.set("endpoint", "langauge", "de"))
                .override(OptionOverride.set("aor", "max_contacts", "many"))
                .build();

        assertThat(Checking.standard().create(trunk))
                .extracting(Violation::path, Violation::code)
                .containsExactlyInAnyOrder(
                        tuple("name", "name.form"),
                        tuple("username", "field.sip_user"),
                        tuple("password", "secret.too_short"),
                        tuple("server", "field.host"),
                        tuple("port", "field.port"),
                        tuple("unheard", "field.unknown"),
                        tuple("inbound_sources", "inbound.wide"),
                        tuple("overrides.endpiont.language", "override.section"),
                        tuple("overrides.endpoint.langauge", "schema.unknown_option"),
                        tuple("overrides.aor.max_contacts", "schema.bad_value"));
    }

    @Test
    void of_a_user() {
        SipUserSpec user = SipUserSpec.builder("-", "basic_user")
                .secret("1234")
                .codecs("mp3")
                .maxContacts(0)
                .notes("x".repeat(3000))
                .override(OptionOverride.set("auth", "type", "aor"))
                .build();

        assertThat(Checking.standard().create(user))
                .extracting(Violation::path, Violation::code)
                .containsExactlyInAnyOrder(
                        tuple("name", "name.form"),
                        tuple("notes", "notes.too_long"),
                        tuple("extension", "field.required"),
                        tuple("secret", "secret.too_short"),
                        tuple("codecs", "field.codecs"),
                        tuple("max_contacts", "field.range"),
                        tuple("overrides.auth.type", "override.reserved"));
    }

    @Test
    void the_exception_lists_them() {
        ValidationException refused = new ValidationException(Checking.standard()
                .create(SipUserSpec.builder("alice", "basic_user").build()));

        assertThat(refused.violations()).hasSize(2);
        assertThat(refused).hasMessage("extension: Required.; secret: Required.");
    }

    @Test
    void a_violation_within_a_batch_says_where() {
        Violation violation = new Violation("password", "field.required", "Required.", null);

        assertThat(violation.under("trunks[2]"))
                .isEqualTo(new Violation("trunks[2].password", "field.required", "Required.", null));
        assertThat(violation.rejectedValue()).isEmpty();
    }
}
