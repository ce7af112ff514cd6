package io.sipwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No endpoint that lets in anyone; only who recognises a trunk by its name on purpose may do so. */
class OpenDoorsTest {

    @Test
    void a_user_without_a_password() {
        SipUserSpec open = SipUserSpec.builder("alice", "basic_user")
                .extension("1001")
                .secret("Vq7wT2mXc9RkLp4Z")
                .override(OptionOverride.remove("endpoint", "auth"))
                .build();

        Violation violation = Checking.only(Checking.standard().create(open), "sections.endpoint.auth", "door.user");
        assertThat(violation.message()).contains("anyone could register");
    }

    @Test
    void a_trunk_that_is_recognised_by_its_name_on_purpose() {
        for (OptionOverride override : List.of(
                OptionOverride.remove("endpoint", "identify_by"),
                OptionOverride.set("endpoint", "identify_by", "username,ip"))) {
            assertThat(Checking.standard().create(trunk().override(override).build()))
                    .isEmpty();
        }
    }

    @Test
    void a_weak_password_set_by_hand() {
        Checking.only(
                Checking.standard()
                        .create(trunk().override(OptionOverride.set("auth", "password", "short"))
                                .build()),
                "overrides.auth.password",
                "secret.too_short");
    }

    private static TrunkSpec.Builder trunk() {
        return TrunkSpec.builder("main", "custom_credential")
                .server("sip.carrier.example")
                .username("4711")
                .password("Vq7wT2mXc9RkLp4Z");
    }
}
