package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How each carrier and a trunk recognise each other: what is offered, and that nothing else is made of it. */
class ShippedCarrierAuthTest {

    static Stream<ProviderTemplate> providers() {
        return Samples.providers();
    }

    @ParameterizedTest
    @CsvSource({
        "twilio, credentials ip",
        "vonage, credentials ip",
        "bandwidth, ip credentials",
        "plivo, credentials ip",
        "didww, credentials ip",
        "custom_ip, ip",
        "telnyx, registration credentials ip",
        "signalwire, registration credentials",
        "voipms, registration credentials",
        "flowroute, registration credentials ip",
        "zadarma, registration credentials ip",
        "custom_credential, registration credentials",
        "sinch, registration credentials ip",
        "sipgate_trunking, registration",
        "sipgate_basic, registration",
        "callcentric, registration",
        "aws_chime_voice_connector, ip credentials",
        "skyetel, ip",
        "anveodirect, ip",
        "telekom_companyflex, registration",
        "telekom_sip_trunk, registration ip",
        "telekom_allip, registration",
        "gamma, ip",
        "voipfone, registration",
        "wavix, registration ip",
        "exotel, ip credentials",
        "teams_direct_routing, certificate",
        "google_voice_sip_link, certificate",
        "voxbone, credentials",
        "simwood, credentials ip",
        "bulkvs, registration ip",
        "didforsale, ip",
        "questblue, ip registration",
        "voicetel, credentials ip",
        "dusnet, registration",
        "plusnet_ipfonie, registration ip",
        "fortysix_elks, registration",
        "swisscom_sbc, registration",
        "telstra_sip_connect, registration"
    })
    void offers(String provider, String modes) {
        ProviderTemplate template = Samples.SHIPPED.provider(provider).orElseThrow();

        assertThat(template.authModes()).containsExactly(modes.split(" "));
        for (String mode : List.of("registration", "credentials", "ip", "certificate")) {
            boolean offered = List.of(modes.split(" ")).contains(mode);
            assertThat(template.check(Samples.trunk("t", provider, Map.of("auth", mode)))
                            .containsKey("auth"))
                    .as(mode)
                    .isEqualTo(!offered);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void each_mode_has_its_sections_and_no_others(ProviderTemplate provider) {
        assertThat(Samples.everyMode(provider)).isNotEmpty().allSatisfy(trunk -> {
            String mode = trunk.fields().text("auth").orElseThrow();
            List<String> types = Rendered.of(trunk).types();

            assertThat(types.contains("registration")).isEqualTo(mode.equals("registration"));
            assertThat(types.contains("auth")).isEqualTo(mode.equals("registration") || mode.equals("credentials"));
        });
        if (!provider.authModes().contains("registration")) {
            assertThat(provider.roles()).doesNotContain("registration", "registration-backup");
        }
    }

    /** From them both: the carrier asks for the password, and its own calls are known by their address. */
    @ParameterizedTest
    @CsvSource({"didww, fra.eu.out.didww.com", "aws_chime_voice_connector, ''", "exotel, ''", "twilio, ''"})
    void address_and_password_go_together(String provider, String realm) {
        Rendered trunk = Rendered.of(
                provider,
                realm.isEmpty()
                        ? Map.of("auth", "credentials", "inbound_sources", "192.0.2.10", "username", "acme")
                        : Map.of("auth", "credentials", "realm", realm));

        assertThat(trunk.values("endpoint", "outbound_auth")).containsExactly("t-auth");
        assertThat(trunk.values("endpoint", "auth")).isEmpty();
        assertThat(trunk.values("identify", "endpoint")).containsExactly("t-endpoint");
        assertThat(trunk.types()).doesNotContain("registration");
    }

    @Test
    void a_certificate_needs_a_name_and_tls_and_no_password() {
        for (String provider : List.of("teams_direct_routing", "google_voice_sip_link")) {
            ProviderTemplate template = Samples.SHIPPED.provider(provider).orElseThrow();
            Rendered trunk = Rendered.of(provider, Map.of("transport", "sbc-tls"));

            assertThat(template.field("password")).isEmpty();
            assertThat(template.field("username")).isEmpty();
            assertThat(Filled.of("t").problems(template)).containsOnly(Map.entry("sbc_fqdn", "field.required"));
            assertThat(Filled.of("t")
                            .with("sbc_fqdn", "sbc.example.com")
                            .with("signalling", "udp")
                            .problems(template))
                    .containsKey("signalling");
            assertThat(trunk.values("endpoint", "transport")).containsExactly("sbc-tls");
            assertThat(trunk.values("endpoint", "media_encryption")).containsExactly("sdes");
            assertThat(trunk.values("endpoint", "from_domain")).containsExactly("sbc.example.com");
        }
    }

    @Test
    void a_product_decides_whether_an_address_is_enough() {
        ProviderTemplate plusnet = Samples.SHIPPED.provider("plusnet_ipfonie").orElseThrow();
        Filled trunk = Filled.of("t").with("auth", "ip");

        assertThat(trunk.with("product", "connect").problems(plusnet)).isEmpty();
        assertThat(trunk.with("product", "basic").problems(plusnet)).containsKey("auth");
    }
}
