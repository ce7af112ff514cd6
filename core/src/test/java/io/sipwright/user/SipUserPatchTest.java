package io.sipwright.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.template.OptionOverride;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A change of a SIP user. */
class SipUserPatchTest {

    private static final SipUserSpec USER = SipUserSpec.builder("alice", "basic_user")
            .extension("1001")
            .secret("canary")
            .notes("desk 4")
            .override(OptionOverride.set("endpoint", "language", "de"))
            .build();

    private static SipUserSpec patched(String json) {
        return JsonMapper.shared()
                .readValue(json.replace('\'', '"'), SipUserPatch.class)
                .applyTo(USER);
    }

    @Test
    void what_it_names_is_replaced_and_the_rest_stays() {
        assertThat(patched("{'secret':'new_password','extension':'1002','template_type':'advanced_user'}"))
                .isEqualTo(USER.toBuilder()
                        .field("secret", "new_password")
                        .extension("1002")
                        .template("advanced_user")
                        .build());
    }

    @Test
    void null_takes_away() {
        assertThat(patched("{'extension':null}"))
                .isEqualTo(USER.toBuilder().clear("extension").build());
        assertThat(patched("{'overrides':null}").overrides()).isEmpty();
    }

    @Test
    void null_takes_the_notes_away() {
        assertThat(patched("{'notes':null}").notes()).isEmpty();
    }

    @Test
    void notes_and_state_change_alone() {
        assertThat(patched("{'notes':'desk 5'}"))
                .isEqualTo(USER.toBuilder().notes("desk 5").build());
        assertThat(patched("{'is_active':false}"))
                .isEqualTo(USER.toBuilder().active(false).build());
    }

    @Test
    void shows_names_but_no_values() {
        assertThat(SipUserPatch.builder().secret("canary").build()).hasToString("change of [secret]");
    }
}
