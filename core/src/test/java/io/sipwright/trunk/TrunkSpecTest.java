package io.sipwright.trunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.secret.Secret;
import io.sipwright.template.FieldValue;
import io.sipwright.template.OptionOverride;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A trunk as a value. */
class TrunkSpecTest {

    private static TrunkSpec.Builder full() {
        return TrunkSpec.builder("main", "telnyx")
                .auth("registration")
                .username("canary-user")
                .password("canary-password")
                .server("sip.example.com")
                .port(5060)
                .did("+15551234567")
                .context("from-trunk")
                .codecs("ulaw", "alaw")
                .inboundSources("192.0.2.1", "192.0.2.2")
                .transport("transport-udp")
                .field("realm", "r")
                .field("backup_servers", List.of("a", "b"))
                .field("other", Secret.of("canary-other"))
                .allowWideInbound(true)
                .active(false)
                .override(OptionOverride.set("endpoint", "language", "canary-override"));
    }

    @Test
    void holds_what_was_said() {
        TrunkSpec trunk = full().build();

        assertThat(trunk.name()).isEqualTo("main");
        assertThat(trunk.provider()).isEqualTo("telnyx").isEqualTo(trunk.templateId());
        assertThat(trunk.active()).isFalse();
        assertThat(trunk.wideInboundAllowed()).isTrue();
        assertThat(trunk.overrides()).hasSize(1);
        assertThat(trunk.fields().text("port")).contains("5060");
        assertThat(trunk.fields().get("codecs")).isEqualTo(FieldValue.of(List.of("ulaw", "alaw")));
        assertThat(trunk.fields().get("password")).isEqualTo(FieldValue.of(Secret.of("canary-password")));
        assertThat(trunk.fields().asMap().keySet())
                .containsExactly(
                        "auth",
                        "username",
                        "password",
                        "server",
                        "port",
                        "did",
                        "context",
                        "codecs",
                        "inbound_sources",
                        "transport",
                        "realm",
                        "backup_servers",
                        "other");
    }

    @Test
    void is_active_and_narrow_by_default() {
        TrunkSpec trunk = TrunkSpec.builder("main", "telnyx").build();

        assertThat(trunk.active()).isTrue();
        assertThat(trunk.wideInboundAllowed()).isFalse();
        assertThat(trunk.overrides()).isEmpty();
    }

    @Test
    void is_equal_by_content() {
        assertThat(full().build()).isEqualTo(full().build()).hasSameHashCodeAs(full().build());
        assertThat(full().build().toBuilder().build()).isEqualTo(full().build());
        assertThat(List.of(
                        full().name("other").build(),
                        full().provider("twilio").build(),
                        full().active(true).build(),
                        full().allowWideInbound(false).build(),
                        full().username("other").build(),
                        full().password("other").build(),
                        full().clear("port").build(),
                        full().override(OptionOverride.remove("endpoint", "language"))
                                .build()))
                .allSatisfy(other -> assertThat(other).isNotEqualTo(full().build()));
    }

    @Test
    void shows_names_of_fields_but_no_values() {
        assertThat(full().build().toString())
                .startsWith("trunk main (telnyx), inactive")
                .contains("password")
                .doesNotContain("canary");
    }

    @Test
    void a_builder_goes_on_from_a_trunk() {
        TrunkSpec changed =
                full().build().toBuilder().server("b").clear("realm").build();

        assertThat(changed.fields().text("server")).contains("b");
        assertThat(changed.fields().get("realm")).isNull();
        assertThat(changed.fields().text("username")).contains("canary-user");
    }

    @Test
    void its_lists_do_not_change() {
        TrunkSpec.Builder builder = full();
        TrunkSpec trunk = builder.build();
        builder.override(OptionOverride.remove("a", "b"));
        builder.server("changed");

        assertThat(trunk).isEqualTo(full().build());
        assertThatThrownBy(() -> trunk.overrides().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> trunk.fields().asMap().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
