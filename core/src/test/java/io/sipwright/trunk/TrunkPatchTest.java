package io.sipwright.trunk;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.secret.Secret;
import io.sipwright.template.FieldValue;
import io.sipwright.template.OptionOverride;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A change of a trunk. */
class TrunkPatchTest {

    private static final TrunkSpec TRUNK = TrunkSpec.builder("main", "telnyx")
            .username("u")
            .password("canary")
            .server("a")
            .allowWideInbound(true)
            .override(OptionOverride.set("endpoint", "language", "de"))
            .build();

    private static TrunkPatch read(String json) {
        return JsonMapper.shared().readValue(json.replace('\'', '"'), TrunkPatch.class);
    }

    @Test
    void what_it_names_is_replaced_and_the_rest_stays() {
        TrunkSpec changed = read("{'username':'new','password':'new_password'}").applyTo(TRUNK);

        assertThat(changed)
                .isEqualTo(TRUNK.toBuilder()
                        .username("new")
                        .field("password", "new_password")
                        .build());
        assertThat(changed.fields().text("server")).contains("a");
    }

    @Test
    void null_leaves_a_field_to_its_default() {
        assertThat(read("{'server':null}").applyTo(TRUNK))
                .isEqualTo(TRUNK.toBuilder().clear("server").build());
        assertThat(TrunkPatch.builder()
                        .clear("server")
                        .build()
                        .applyTo(TRUNK)
                        .fields()
                        .get("server"))
                .isNull();
    }

    @Test
    void everything_can_change_but_the_name() {
        TrunkSpec changed =
                read("{'provider':'twilio','is_active':false,'allow_wide_inbound':false,'overrides':{'aor.max_contacts':2}}")
                        .applyTo(TRUNK);

        assertThat(changed.name()).isEqualTo("main");
        assertThat(changed.provider()).isEqualTo("twilio");
        assertThat(changed.active()).isFalse();
        assertThat(changed.wideInboundAllowed()).isFalse();
        assertThat(changed.overrides()).containsExactly(OptionOverride.set("aor", "max_contacts", "2"));
        assertThat(changed.fields()).isEqualTo(TRUNK.fields());
    }

    @Test
    void overrides_are_replaced_as_a_whole() {
        assertThat(TrunkPatch.builder().overrides().build().applyTo(TRUNK).overrides())
                .isEmpty();
        assertThat(read("{'overrides':null}").applyTo(TRUNK).overrides()).isEmpty();
        assertThat(read("{'overrides':{}}").applyTo(TRUNK).overrides()).isEmpty();
        assertThat(read("{}").applyTo(TRUNK).overrides()).hasSize(1);
    }

    @Test
    void a_secret_stays_a_secret() {
        TrunkPatch patch = TrunkPatch.builder().password("canary-2").build();

        assertThat(patch.toString()).contains("password").doesNotContain("canary");
        assertThat(patch.applyTo(TRUNK).fields().get("password")).isEqualTo(FieldValue.of(Secret.of("canary-2")));
    }
}
