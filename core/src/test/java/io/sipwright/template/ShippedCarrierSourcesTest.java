package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses that carriers' calls come from are those that they document, and nothing is made up for the others. */
class ShippedCarrierSourcesTest {

    static Stream<ProviderTemplate> providers() {
        return Samples.providers();
    }

    @ParameterizedTest
    @CsvSource({
        "callcentric, 204.11.192.0/22 199.87.144.0/21",
        "aws_chime_voice_connector, 3.80.16.0/23 99.77.253.0/24",
        "skyetel, 52.41.52.34/32 52.8.201.128/32 52.60.138.31/32 50.17.48.216/32 35.156.192.164/32",
        "anveodirect, 169.48.232.158/32 204.216.109.55/32 176.9.39.206/32 72.9.149.25/32",
        "teams_direct_routing, 52.112.0.0/14 52.122.0.0/15",
        "google_voice_sip_link, 74.125.88.128/25",
        "voxbone, 81.201.83.45/32 81.201.86.45/32 81.201.82.45/32 81.201.85.45/32 81.201.84.45/32 185.47.148.45/32",
        "simwood, 178.22.139.77/32 185.63.140.77/32 185.63.142.77/32 185.63.141.77/32 185.63.143.77/32 "
                + "178.22.140.34/32 178.22.143.66/32",
        "bulkvs, 162.249.171.198/32 76.8.29.198/32 69.12.88.198/32 199.255.157.198/32",
        "didforsale, 66.209.76.70/32 66.209.76.71/32 66.209.76.72/32 66.209.76.73/32 66.209.76.101/32 "
                + "66.209.76.102/32 66.209.76.103/32 66.209.76.104/32",
        "voicetel, 104.225.6.160/29 104.225.13.72/29 148.59.176.0/23 192.73.246.104/29 192.73.250.96/29 "
                + "192.73.251.104/29 192.254.70.144/29 192.254.76.220/30",
        "dusnet, 83.125.8.71/32 2a04:2100:0:100::73/128",
        "fortysix_elks, 176.10.154.205/32 85.24.146.136/32"
    })
    void are_documented(String provider, String addresses) {
        assertThat(Rendered.of(provider).values("identify", "match")).containsExactly(addresses.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sinch",
                "sipgate_trunking",
                "sipgate_basic",
                "telekom_companyflex",
                "telekom_sip_trunk",
                "telekom_allip",
                "voipfone",
                "exotel",
                "questblue",
                "plusnet_ipfonie",
                "swisscom_sbc",
                "telstra_sip_connect"
            })
    void are_not_made_up(String provider) {
        assertThat(Rendered.of(provider).types()).doesNotContain("identify");
        assertThat(Rendered.of(provider, Map.of("inbound_sources", "192.0.2.10"))
                        .values("identify", "match"))
                .containsExactly("192.0.2.10");
    }

    @Test
    void are_the_customer_s_to_say_where_nothing_else_tells_them() {
        Filled gamma = Filled.of("t").with("server", "gw.example.com").with("did", "+442079460000");

        assertThat(gamma.with("from_domain", "192.0.2.7")
                        .problems(Samples.SHIPPED.provider("gamma").orElseThrow()))
                .containsOnly(Map.entry("inbound_sources", "field.required"));
        assertThat(Samples.SHIPPED
                        .provider("aws_chime_voice_connector")
                        .orElseThrow()
                        .check(Samples.trunk(
                                "t",
                                "aws_chime_voice_connector",
                                Map.of("region", "other", "inbound_match", "address"))))
                .containsOnlyKeys("inbound_sources");
    }

    @ParameterizedTest
    @CsvSource({"nl, address", "us, address", "sg, none", "au, none"})
    void of_wavix_are_known_for_two_gateways(String region, String match) {
        Rendered byAddress = Rendered.of("wavix", Map.of("auth", "ip", "region", region));
        Rendered registered = Rendered.of("wavix", Map.of("region", region));

        assertThat(byAddress.types().contains("identify")).isEqualTo(match.equals("address"));
        assertThat(registered.types()).doesNotContain("identify");
        assertThat(registered.values("registration", "line")).containsExactly("yes");
    }

    /** Asterisk looks up a name inside of each reload, and drops the whole section when that fails. */
    @ParameterizedTest
    @MethodSource("providers")
    void are_never_names(ProviderTemplate provider) {
        List<String> sources = Stream.concat(
                        provider.body().defaults().getOrDefault("inbound_sources", List.of()).stream()
                                .map(alternative -> alternative.pattern().constant())
                                .flatMap(text -> Stream.of(text.split(","))),
                        provider.body().fields().values().stream()
                                .flatMap(field -> field.choices().values().stream())
                                .flatMap(choice ->
                                        Stream.ofNullable(choice.sets().get("inbound_sources")))
                                .flatMap(value -> value.items().stream()))
                .toList();

        assertThat(sources)
                .allSatisfy(source -> assertThat(Network.parse(source)).isPresent());
    }
}
