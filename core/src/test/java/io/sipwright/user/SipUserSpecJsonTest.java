package io.sipwright.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.template.OptionOverride;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A SIP user in JSON. */
class SipUserSpecJsonTest {

    private static SipUserSpec read(String json) {
        return JsonMapper.shared().readValue(json.replace('\'', '"'), SipUserSpec.class);
    }

    @Test
    void a_flat_object_of_fields() {
        SipUserSpec user = read("""
                {
                  'username': 'john_doe',
                  'secret': 'strong_password',
                  'extension': '1001',
                  'context': 'default',
                  'template_type': 'basic_user',
                  'codecs': 'ulaw,alaw',
                  'max_contacts': 1
                }
                """);

        assertThat(user)
                .isEqualTo(SipUserSpec.builder("john_doe", "basic_user")
                        .field("secret", "strong_password")
                        .extension("1001")
                        .context("default")
                        .field("codecs", "ulaw,alaw")
                        .maxContacts(1)
                        .build());
        assertThat(user.fields().asMap()).doesNotContainKey("username");
        assertThat(user.toString()).doesNotContain("strong_password");
    }

    @Test
    void is_a_basic_user_unless_it_says_otherwise() {
        assertThat(read("{'username':'a'}").templateId()).isEqualTo("basic_user");
        assertThat(read("{'name':'a','template':'mobile_user','active':false}"))
                .isEqualTo(SipUserSpec.builder("a", "mobile_user").active(false).build());
    }

    @Test
    void notes_and_overrides_are_no_fields() {
        SipUserSpec user = read("{'username':'a','notes':'n','overrides':{'endpoint.language':'de'}}");

        assertThat(user.notes()).isEqualTo("n");
        assertThat(user.overrides()).containsExactly(OptionOverride.set("endpoint", "language", "de"));
        assertThat(user.fields().asMap()).isEmpty();
        assertThat(read("{'username':'a','notes':null}").notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{'is_active':'maybe'}", "{'username':[]}", "{'overrides':{'x':1}}"})
    void other_json_is_refused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JacksonException.class);
    }
}
