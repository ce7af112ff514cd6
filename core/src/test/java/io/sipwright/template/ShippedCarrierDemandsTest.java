package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users, numbers, encryption and times as carriers demand them. */
class ShippedCarrierDemandsTest {

    private static ProviderTemplate provider(String id) {
        return Samples.SHIPPED.provider(id).orElseThrow();
    }

    private static Map<String, FieldProblem> problems(String provider, Map<String, String> fields) {
        return provider(provider).check(Samples.trunk("t", provider, fields));
    }

    @ParameterizedTest
    @CsvSource({
        "sipgate_trunking, acme-pbx, acme-pbx, acme-pbx, acme-pbx",
        "callcentric, acme-pbx, acme-pbx, acme-pbx, acme-pbx",
        "voipfone, acme-pbx, acme-pbx, acme-pbx, acme-pbx",
        "telekom_companyflex, +4919929000000012345, +4930123456@tel.t-online.de, +4919929000000012345, "
                + "+4919929000000012345",
        "telekom_sip_trunk, +4930123456, +4930123456, +4930123456, +4930123456",
        "telekom_allip, +4930123456, acme@t-online.de, +4930123456, +4930123456",
        "telstra_sip_connect, +61290000000, acme-pbx, , +61290000000",
        "bulkvs, acme-pbx, acme-pbx, acme-pbx, acme-pbx",
        "wavix, 12345, 12345, +15551234567, 12345"
    })
    void users(String provider, String user, String digest, String from, String contact) {
        Rendered trunk = Rendered.of(provider);

        assertThat(trunk.values("registration", "client_uri").get(0)).startsWith("sip:" + user + "@");
        assertThat(trunk.values("auth", "username")).containsExactly(digest);
        assertThat(trunk.values("endpoint", "from_user")).isEqualTo(from == null ? List.of() : List.of(from));
        assertThat(trunk.values("registration", "contact_user")).containsExactly(contact);
    }

    @Test
    void a_number_of_sipgate_is_where_calls_arrive_and_never_stands_in_from() {
        Rendered trunk = Rendered.of("sipgate_basic", Map.of("did", "4930123456"));

        assertThat(trunk.values("registration", "contact_user")).containsExactly("4930123456");
        assertThat(trunk.values("endpoint", "from_user")).containsExactly("acme-pbx");
    }

    @Test
    void a_number_of_companyflex_stands_in_from() {
        assertThat(Rendered.of("telekom_companyflex", Map.of("did", "+493012345678"))
                        .values("endpoint", "from_user"))
                .containsExactly("+493012345678");
    }

    @Test
    void digest_users_of_another_kind_are_asked_for() {
        for (String id : List.of("telekom_companyflex", "telekom_allip", "telstra_sip_connect")) {
            assertThat(Filled.of("t").problems(provider(id))).containsEntry("auth_username", "field.required");
        }
    }

    @Test
    void gamma_wants_its_number_and_two_hosts() {
        Rendered trunk = Rendered.of("gamma");

        assertThat(trunk.values("endpoint", "from_user")).containsExactly("+442079460000");
        assertThat(trunk.values("endpoint", "contact_user")).containsExactly("+442079460000");
        assertThat(trunk.values("endpoint", "from_domain")).containsExactly("192.0.2.7");
        assertThat(trunk.values("endpoint", "@p_asserted_identity"))
                .containsExactly("<sip:+442079460000@gw1.example.com:5060>");
        assertThat(trunk.values("endpoint", "user_eq_phone")).containsExactly("yes");
        assertThat(trunk.values("endpoint", "send_pai")).isEmpty();
    }

    @Test
    void voxbone_wants_a_number_in_diversion() {
        assertThat(Rendered.of("voxbone").values("endpoint", "@diversion")).containsExactly("+15551234567");
        assertThat(Filled.of("t").problems(provider("voxbone"))).containsEntry("did", "field.required");
    }

    @Test
    void callcentric_has_the_called_number_in_to() {
        assertThat(Rendered.of("callcentric").values("endpoint", "set_var")).containsExactly("CALLED_NUMBER_IN=To");
    }

    @ParameterizedTest
    @CsvSource({
        "sinch, plus_e164",
        "sipgate_trunking, e164",
        "callcentric, nanp",
        "gamma, national",
        "wavix, plus_e164",
        "bulkvs, nanp",
        "teams_direct_routing, plus_e164"
    })
    void the_dialplan_can_read_the_form_of_numbers(String provider, String form) {
        assertThat(Rendered.of(provider).values("endpoint", "@number_format")).containsExactly(form);
    }

    @Test
    void the_dialplan_can_read_the_prefix() {
        Map<String, String> prefix = Map.of("username", "12345678");

        assertThat(Rendered.of("flowroute", Map.of("auth", "ip", "username", "12345678"))
                        .values("endpoint", "@dial_prefix"))
                .containsExactly("12345678*");
        assertThat(Rendered.of("flowroute", prefix).values("endpoint", "@dial_prefix"))
                .isEmpty();
        assertThat(Rendered.of("anveodirect", Map.of("dial_prefix", "9911#")).values("endpoint", "@dial_prefix"))
                .containsExactly("9911#");
        assertThat(Filled.of("t").with("auth", "ip").problems(provider("flowroute")))
                .containsOnly(Map.entry("username", "field.required"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"swisscom_sbc", "teams_direct_routing", "google_voice_sip_link"})
    void encryption_is_compulsory(String provider) {
        assertThat(provider(provider).field("srtp")).isEmpty();
        assertThat(Rendered.of(provider).values("endpoint", "media_encryption")).containsExactly("sdes");
        assertThat(problems(provider, Map.of("signalling", "tcp"))).containsOnlyKeys("signalling");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exotel", "dusnet"})
    void tls_and_srtp_go_together(String provider) {
        assertThat(Rendered.of(provider).values("endpoint", "media_encryption")).isEmpty();
        assertThat(Rendered.of(provider, Map.of("signalling", "tls")).values("endpoint", "media_encryption"))
                .containsExactly("sdes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sinch", "aws_chime_voice_connector"})
    void srtp_needs_tls(String provider) {
        assertThat(problems(provider, Map.of("srtp", "yes"))).containsOnlyKeys("srtp");
        assertThat(Rendered.of(provider, Map.of("srtp", "yes", "signalling", "tls"))
                        .values("endpoint", "media_encryption"))
                .containsExactly("sdes");
        assertThat(Rendered.of(provider, Map.of("signalling", "tls")).values("endpoint", "media_encryption"))
                .isEmpty();
    }

    @Test
    void companyflex_is_encrypted_over_foreign_internet_access() {
        assertThat(Rendered.of("telekom_companyflex").values("endpoint", "media_encryption"))
                .containsExactly("sdes");
        assertThat(problems("telekom_companyflex", Map.of("signalling", "tcp"))).containsKey("signalling");
        assertThat(problems("telekom_companyflex", Map.of("srtp", "no"))).containsOnlyKeys("srtp");
        Map<String, String> own = Map.of("internet_access", "telekom", "signalling", "tcp");
        assertThat(problems("telekom_companyflex", own)).isEmpty();
        assertThat(Rendered.of("telekom_companyflex", own).values("endpoint", "media_encryption"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"voipfone, 60, 61", "sipgate_basic, 300, 601", "sipgate_basic, 300, 119"})
    void registrations_last_as_long_as_the_carrier_says(String provider, String usual, String wrong) {
        assertThat(Rendered.of(provider).values("registration", "expiration")).containsExactly(usual);
        assertThat(problems(provider, Map.of("expiration", wrong))).containsOnlyKeys("expiration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"swisscom_sbc", "callcentric", "telekom_allip"})
    void an_account_registers_once(String provider) {
        assertThat(provider(provider).roles()).contains("registration").doesNotContain("registration-backup");
        assertThat(provider(provider).field("register_backups")).isEmpty();
    }
}
