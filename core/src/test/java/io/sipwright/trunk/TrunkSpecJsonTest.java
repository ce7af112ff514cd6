package io.sipwright.trunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.template.FieldValue;
import io.sipwright.template.OptionOverride;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A trunk in JSON. */
class TrunkSpecJsonTest {

    private static TrunkSpec read(String json) {
        return JsonMapper.shared().readValue(json.replace('\'', '"'), TrunkSpec.class);
    }

    @Test
    void a_flat_object_of_fields() {
        TrunkSpec trunk = read("""
                {
                  'trunk_name': 'my_telnyx_trunk',
                  'provider': 'telnyx',
                  'username': '1234567890',
                  'password': 'secret',
                  'did': '+15551234567',
                  'context': 'from-trunk',
                  'codecs': 'ulaw,alaw,g722'
                }
                """);

        assertThat(trunk)
                .isEqualTo(TrunkSpec.builder("my_telnyx_trunk", "telnyx")
                        .username("1234567890")
                        .field("password", "secret")
                        .did("+15551234567")
                        .context("from-trunk")
                        .field("codecs", "ulaw,alaw,g722")
                        .build());
        assertThat(trunk.toString()).doesNotContain("secret");
    }

    @Test
    void numbers_truth_values_and_lists_are_values_too() {
        TrunkSpec trunk = read("{'name':'t','provider':'p','port':5061,'srtp':true,'inbound_sources':['192.0.2.1'],"
                + "'is_active':false,'allow_wide_inbound':true}");

        assertThat(trunk.fields().text("port")).contains("5061");
        assertThat(trunk.fields().text("srtp")).contains("true");
        assertThat(trunk.fields().get("inbound_sources")).isEqualTo(FieldValue.of(List.of("192.0.2.1")));
        assertThat(trunk.active()).isFalse();
        assertThat(trunk.wideInboundAllowed()).isTrue();
    }

    @Test
    void null_leaves_a_field_to_its_default() {
        assertThat(read("{'trunk_name':'t','provider':'p','port':null}"))
                .isEqualTo(TrunkSpec.builder("t", "p").build());
    }

    @Test
    void overrides_are_an_object_or_an_array() {
        List<OptionOverride> expected = List.of(
                OptionOverride.set("endpoint", "language", "de"), OptionOverride.remove("endpoint", "send_pai"));

        assertThat(read("{'overrides':{'endpoint.language':'de','endpoint.send_pai':null}}")
                        .overrides())
                .isEqualTo(expected);
        assertThat(read("{'overrides':[{'endpoint.language':'de'},{'endpoint.send_pai':null}]}")
                        .overrides())
                .isEqualTo(expected);
        assertThat(read("{'overrides':null}").overrides()).isEmpty();
    }

    @Test
    void what_is_missing_is_empty_until_it_is_checked() {
        assertThat(read("{}").name()).isEmpty();
        assertThat(read("{'trunk_name':null,'provider':null}").provider()).isEmpty();
    }

    @Test
    void nested_values_are_kept_to_be_reported() {
        assertThat(read("{'trunk_name':'t','provider':'p','server':{'a':1}}")
                        .fields()
                        .get("server"))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "{'is_active':'maybe'}", "{'trunk_name':{}}", "{'overrides':'x'}", "{"})
    void other_json_is_refused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JacksonException.class);
    }
}
