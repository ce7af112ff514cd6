package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Section;
import io.sipwright.trunk.TrunkSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single carriers demand. */
class ShippedCarrierRulesTest {

    private static List<Section> sections(TrunkSpec trunk) {
        return Samples.SHIPPED.provider(trunk.provider()).orElseThrow().fill(trunk, AsteriskVersion.V22).stream()
                .map(FilledSection::section)
                .toList();
    }

    private static Section section(TrunkSpec trunk, String type) {
        return sections(trunk).stream()
                .filter(section -> section.type().orElseThrow().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Section section(String provider, String type, Map<String, String> fields) {
        return section(Samples.trunk("t", provider, fields), type);
    }

    @ParameterizedTest
    @CsvSource({
        "telnyx,region,us,sip:sip.telnyx.com",
        "telnyx,region,eu,sip:sip.telnyx.eu",
        "telnyx,region,au,sip:sip.telnyx.com.au",
        "twilio,edge,global,sip:acme.pstn.twilio.com",
        "twilio,edge,dublin,sip:acme.pstn.dublin.twilio.com",
        "vonage,region,eu,sip:acme.sip-eu.vonage.com",
        "voipms,pop,london1,sip:london1.voip.ms",
        "flowroute,pop,us-east-va,sip:us-east-va.sip.flowroute.com",
        "didww,pop,sg,sip:sg.out.didww.com",
        "zadarma,server,sip.example.com,sip:sip.example.com",
        "signalwire,server,a.example.com,sip:a.example.com;transport=tls",
        "plivo,port,5061,sip:acme.zt.plivo.com:5061"
    })
    void calls_go_to(String provider, String field, String value, String contact) {
        assertThat(section(provider, "aor", Map.of(field, value)).all("contact"))
                .containsExactly(contact);
    }

    @Test
    void calls_of_a_telnyx_trunk_come_from_its_region_or_another() {
        assertThat(section("telnyx", "identify", Map.of("region", "eu")).all("match"))
                .containsExactly("185.246.41.140/32", "185.246.41.141/32");
        assertThat(section("telnyx", "identify", Map.of("region", "eu", "inbound_region", "us"))
                        .all("match"))
                .containsExactly("192.76.120.10/32", "64.16.250.10/32");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signalwire",
                "voipms",
                "custom_credential",
                "sinch",
                "sipgate_trunking",
                "sipgate_basic",
                "telekom_companyflex",
                "telekom_sip_trunk",
                "telekom_allip",
                "voipfone",
                "wavix",
                "plusnet_ipfonie",
                "swisscom_sbc",
                "telstra_sip_connect"
            })
    void without_addresses_calls_are_recognised_by_the_registration(String provider) {
        assertThat(section(Samples.trunk(provider), "registration").first("line"))
                .contains("yes");
    }

    @ParameterizedTest
    @CsvSource({"voipms,100000_pbx", "signalwire,pbx", "zadarma,acme-pbx"})
    void stands_in_from_with_its_account(String provider, String user) {
        assertThat(section(Samples.trunk(provider), "endpoint").first("from_user"))
                .contains(user);
    }

    @Test
    void stands_in_from_with_its_number() {
        assertThat(section("telnyx", "endpoint", Map.of("did", "+15551234567")).first("from_user"))
                .contains("+15551234567");
        assertThat(section(Samples.trunk("telnyx"), "endpoint").first("from_user"))
                .isEmpty();
    }

    @Test
    void the_header_with_the_caller_is_the_carriers() {
        assertThat(section(Samples.trunk("voipms"), "endpoint").first("send_rpid"))
                .contains("yes");
        assertThat(section(Samples.trunk("flowroute"), "endpoint").first("send_pai"))
                .contains("yes");
        assertThat(section("telnyx", "endpoint", Map.of("caller_id_header", "none"))
                        .options())
                .noneMatch(option -> option.name().matches("send_(pai|rpid)"));
    }

    @Test
    void encryption_is_for_signalling_and_media() {
        Section endpoint = section("twilio", "endpoint", Map.of("signalling", "tls", "srtp", "yes"));

        assertThat(endpoint.first("transport")).contains("transport-tls");
        assertThat(endpoint.first("media_encryption")).contains("sdes");
        assertThat(section("twilio", "aor", Map.of("signalling", "tls")).first("contact"))
                .contains("sip:acme.pstn.twilio.com;transport=tls");
    }

    @Test
    void plivo_knows_no_prack() {
        assertThat(section(Samples.trunk("plivo"), "endpoint").first("100rel")).contains("no");
    }

    @Test
    void a_proxy_is_asked_to_route_loosely() {
        Map<String, String> proxy = Map.of("outbound_proxy", "sip:proxy.example.com");
        for (String type : List.of("registration", "aor", "endpoint")) {
            assertThat(section("telnyx", type, proxy).first("outbound_proxy")).contains("sip:proxy.example.com;lr");
        }
    }
}
