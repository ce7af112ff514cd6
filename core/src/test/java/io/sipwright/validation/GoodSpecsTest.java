package io.sipwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.Samples;
import io.sipwright.template.Template;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Nothing is wrong with what is right. */
class GoodSpecsTest {

    static Stream<ProviderTemplate> providers() {
        return Samples.providers();
    }

    static Stream<String> userTemplates() {
        return Samples.userTemplates().map(Template::id);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void trunks_of_every_provider_in_every_mode(ProviderTemplate provider) {
        for (AsteriskVersion version : AsteriskVersion.values()) {
            Checking checking = Checking.of(version, SecretPolicy.standard(), Locale.ENGLISH);
            assertThat(checking.create(Samples.trunk(provider.id()))).isEmpty();
            assertThat(Samples.everyMode(provider))
                    .isNotEmpty()
                    .allSatisfy(trunk -> assertThat(checking.create(trunk)).isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("userTemplates")
    void users_of_every_template(String template) {
        for (AsteriskVersion version : AsteriskVersion.values()) {
            Checking checking = Checking.of(version, SecretPolicy.standard(), Locale.ENGLISH);
            assertThat(checking.create(Samples.user(template))).isEmpty();
            assertThat(checking.create(Samples.user(
                            "a",
                            template,
                            Map.of("display_name", "Zoë \"Z\" \\", "voicemail", "1@a,2@b", "call_limit", "9"))))
                    .isEmpty();
        }
    }

    @Test
    void a_request_for_a_trunk() {
        TrunkSpec trunk = JsonMapper.shared().readValue("""
                        {"trunk_name": "telnyx_main", "provider": "telnyx", "username": "1234567890",
                         "password": "my_secret_password", "did": "+15551234567", "context": "from-trunk",
                         "codecs": "ulaw,alaw,g722"}
                        """, TrunkSpec.class);

        assertThat(Checking.standard().create(trunk)).isEmpty();
    }

    @Test
    void a_request_for_a_trunk_with_a_weak_password() {
        TrunkSpec trunk = JsonMapper.shared().readValue("""
                        {"trunk_name": "my_telnyx_trunk", "provider": "telnyx", "username": "1234567890",
                         "password": "secret", "did": "+15551234567", "context": "from-trunk", "codecs": "ulaw,alaw,g722"}
                        """, TrunkSpec.class);

        assertThat(Checking.only(Checking.standard().create(trunk), "password", "secret.too_short")
                        .rejectedValue())
                .isEmpty();
    }

    @Test
    void a_request_for_a_user() {
        SipUserSpec user = JsonMapper.shared().readValue("""
                        {"username": "john_doe", "secret": "strong_password", "extension": "1001", "context": "default",
                         "template_type": "basic_user", "codecs": "ulaw,alaw", "max_contacts": 1}
                        """, SipUserSpec.class);

        assertThat(Checking.standard().create(user)).isEmpty();
    }

    @Test
    void normalizing_leaves_an_unknown_template_alone() {
        TrunkSpec trunk =
                TrunkSpec.builder("a", "nobody").field("codecs", "a, b").build();
        SpecValidator validator = new SpecValidator(
                Samples.SHIPPED,
                AsteriskVersion.V22,
                SecretPolicy.standard(),
                SpecValidator.USUAL_TRANSPORTS,
                Locale.ENGLISH);

        assertThat(validator.normalize(trunk)).isEqualTo(trunk);
    }
}
