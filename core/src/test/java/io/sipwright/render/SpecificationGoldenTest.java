package io.sipwright.render;

import static io.sipwright.template.OptionOverride.remove;
import static io.sipwright.template.OptionOverride.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.Samples;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two sample files of the specification, byte for byte, from its sample requests. What our templates do otherwise
 * by default is asked for here by overrides, each of which is good enough to be stored.
 */
class SpecificationGoldenTest {

    private static final String TRUNK = """
            {
              "trunk_name": "telnyx_main",
              "provider": "telnyx",
              "username": "1234567890",
              "password": "my_secret_password",
              "did": "+15551234567",
              "context": "from-trunk",
              "codecs": "ulaw,alaw,g722"
            }
            """;

    private static final List<OptionOverride> TRUNK_OVERRIDES = List.of(
            remove("registration", "auth_rejection_permanent"),
            remove("registration", "max_retries"),
            remove("registration", "forbidden_retry_interval"),
            remove("registration", "fatal_retry_interval"),
            remove("registration", "expiration"),
            set("registration", "retry_interval", "60"),
            set("registration", "expiration", "300"),
            remove("endpoint", "identify_by"),
            remove("endpoint", "contact_user"),
            remove("endpoint", "direct_media"),
            remove("endpoint", "rtp_symmetric"),
            set("endpoint", "send_rpid", "yes"),
            set("endpoint", "direct_media", "no"),
            set("endpoint", "rtp_symmetric", "yes"),
            set("endpoint", "force_rport", "yes"),
            set("endpoint", "rewrite_contact", "yes"),
            set("endpoint", "ice_support", "no"),
            set("identify", "match", "sip.telnyx.com"));

    private static final String USER = """
            {
              "username": "mobile_user_1",
              "secret": "secure_password_123",
              "extension": "2001",
              "template_type": "mobile_user",
              "context": "default",
              "codecs": "opus,ulaw,alaw",
              "max_contacts": 5
            }
            """;

    private static final List<OptionOverride> USER_OVERRIDES = List.of(
            set("aor", "remove_existing", "no"),
            set("aor", "maximum_expiration", "7200"),
            set("aor", "minimum_expiration", "60"),
            set("aor", "default_expiration", "3600"),
            remove("endpoint", "rewrite_contact"),
            remove("endpoint", "callerid"),
            remove("endpoint", "ice_support"),
            remove("endpoint", "rtcp_mux"),
            set("endpoint", "force_rport", "yes"),
            set("endpoint", "rewrite_contact", "yes"),
            set("endpoint", "ice_support", "yes"),
            set("endpoint", "use_avpf", "yes"),
            set("endpoint", "media_use_received_transport", "yes"),
            set("endpoint", "rtcp_mux", "yes"),
            set("endpoint", "callerid", "2001 <2001>"),
            set("endpoint", "dtmf_mode", "rfc4733"),
            set("endpoint", "allow_subscribe", "yes"),
            set("endpoint", "sub_min_expiry", "60"));

    private final Renderer renderer = new Renderer(Samples.SHIPPED, AsteriskVersion.V16, Stamps.off());
    private final SpecValidators valid = new SpecValidators(AsteriskVersion.V16);

    private PjsipDocument trunk(List<OptionOverride> overrides) {
        TrunkSpec.Builder trunk = JsonMapper.shared().readValue(TRUNK, TrunkSpec.class).toBuilder();
        overrides.forEach(trunk::override);
        return renderer.trunks(List.of(valid.normalized(trunk.build())));
    }

    private PjsipDocument user(List<OptionOverride> overrides) {
        SipUserSpec.Builder user = JsonMapper.shared().readValue(USER, SipUserSpec.class).toBuilder();
        overrides.forEach(user::override);
        return renderer.users(List.of(valid.normalized(user.build())));
    }

    @Test
    void the_trunk() {
        Golden.assertWritten(trunk(TRUNK_OVERRIDES), "specification_pjsip_trunks.conf");
    }

    @Test
    void the_user() {
        Golden.assertWritten(user(USER_OVERRIDES), "specification_pjsip_users.conf");
    }

    @Test
    void no_override_is_stated_in_vain() {
        for (int i = 0; i < TRUNK_OVERRIDES.size(); i++) {
            assertThat(trunk(without(TRUNK_OVERRIDES, i)))
                    .as("%s", TRUNK_OVERRIDES.get(i))
                    .isNotEqualTo(trunk(TRUNK_OVERRIDES));
        }
        for (int i = 0; i < USER_OVERRIDES.size(); i++) {
            assertThat(user(without(USER_OVERRIDES, i)))
                    .as("%s", USER_OVERRIDES.get(i))
                    .isNotEqualTo(user(USER_OVERRIDES));
        }
    }

    private static List<OptionOverride> without(List<OptionOverride> overrides, int index) {
        List<OptionOverride> rest = new ArrayList<>(overrides);
        rest.remove(index);
        return rest;
    }
}
