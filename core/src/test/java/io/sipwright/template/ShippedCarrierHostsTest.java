package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where calls and registrations go: by region, product, transport, and by what the customer was given. */
class ShippedCarrierHostsTest {

    @ParameterizedTest
    @CsvSource({
        "sinch, , , sip:acme.pstn.sinch.com",
        "sipgate_trunking, , , sip:sipconnect.sipgate.de",
        "sipgate_basic, signalling, tls, sip:sipgate.de;transport=tls",
        "callcentric, , , sip:sip.callcentric.net",
        "aws_chime_voice_connector, , , sip:abcdef1ghij2klmno3pqr4.voiceconnector.chime.aws",
        "aws_chime_voice_connector, signalling, tls, "
                + "sip:abcdef1ghij2klmno3pqr4.voiceconnector.chime.aws;transport=tls",
        "skyetel, , , sip:out.skyetel.com",
        "anveodirect, , , sip:sbc.anveo.com",
        "telekom_companyflex, , , sip:tel.t-online.de;transport=tls",
        "telekom_sip_trunk, , , sip:sip-trunk.telekom.de;transport=tcp",
        "telekom_allip, , , sip:tel.t-online.de;transport=tcp",
        "telekom_allip, signalling, udp, sip:tel.t-online.de",
        "gamma, , , sip:gw1.example.com:5060",
        "voipfone, , , sip:sip.voipfone.net",
        "wavix, region, nl, sip:12345@nl.wavix.net",
        "wavix, region, us, sip:12345@us.wavix.net",
        "wavix, region, sg, sip:12345@sg.wavix.net",
        "wavix, region, au, sip:12345@au.wavix.net",
        "exotel, , , sip:acme1.pstn.exotel.com:5070;transport=tcp",
        "exotel, signalling, tls, sip:acme1.pstn.exotel.com:443;transport=tls",
        "teams_direct_routing, , , sip:sip.pstnhub.microsoft.com:5061;transport=tls",
        "google_voice_sip_link, , , sip:siplink.telephony.goog:5672;transport=tls",
        "voxbone, , , sip:outbound.voxbone.com",
        "simwood, , , sip:out.simwood.com",
        "bulkvs, , , sip:sip.bulkvs.com",
        "didforsale, , , sip:term1.didforsale.com",
        "questblue, , , sip:sbc.questblue.com",
        "questblue, server, sbc2.example.com, sip:sbc2.example.com",
        "voicetel, , , sip:sbc.voicetel.com",
        "dusnet, , , sip:proxy.dus.net",
        "dusnet, ip_version, dual, sip:proxy3.dus.net",
        "dusnet, ip_version, v6, sip:proxyV6.dus.net",
        "dusnet, signalling, tls, sip:secure.dus.net;transport=tls",
        "plusnet_ipfonie, product, connect, sip:sipconnect.ipfonie.de",
        "plusnet_ipfonie, product, basic, sip:sip.ipfonie.de",
        "fortysix_elks, , , sip:voip.46elks.com",
        "swisscom_sbc, , , sip:asbc01.join.example.ch;transport=tls",
        "telstra_sip_connect, , , sip:sip.example.net.au;transport=tcp"
    })
    void calls_go_to(String provider, String field, String value, String contact) {
        Rendered trunk = Rendered.of(provider, field == null ? Map.of() : Map.of(field, value));

        assertThat(trunk.values("aor", "contact")).containsExactly(contact);
        if (trunk.types().contains("registration")) {
            assertThat(trunk.values("registration", "server_uri"))
                    .containsExactly(contact.replaceFirst("sip:[^@]+@", "sip:"));
        }
    }

    @Test
    void an_encrypted_ipv6_host_is_another_one_still() {
        assertThat(Rendered.of("dusnet", Map.of("signalling", "tls", "ip_version", "v6"))
                        .values("aor", "contact"))
                .containsExactly("sip:secureV6.dus.net;transport=tls");
    }

    @ParameterizedTest
    @CsvSource({
        "sinch, hostname",
        "aws_chime_voice_connector, voice_connector_id",
        "telekom_companyflex, companyflex_id",
        "gamma, server",
        "wavix, region",
        "exotel, account_sid",
        "teams_direct_routing, sbc_fqdn",
        "google_voice_sip_link, sbc_fqdn",
        "swisscom_sbc, server",
        "telstra_sip_connect, server",
        "telstra_sip_connect, outbound_proxy"
    })
    void what_the_customer_alone_knows_is_asked_for(String provider, String field) {
        ProviderTemplate template = Samples.SHIPPED.provider(provider).orElseThrow();

        assertThat(Filled.of("t").problems(template)).containsEntry(field, "field.required");
        TemplateField asked = template.field(field).orElseThrow();
        assertThat(asked.help().isEmpty() && asked.choices().isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "callcentric, '', sip:sip.callcentric.net;lr",
        "voipfone, '', sip:sip.voipfone.net;lr",
        "telekom_companyflex, '', sip:551138572628.primary.companyflex.de;transport=tls;lr",
        "telekom_sip_trunk, '', sip:reg.sip-trunk.telekom.de;transport=tcp;lr",
        "telekom_sip_trunk, auth=ip, sip:stat.sip-trunk.telekom.de;transport=tcp;lr",
        "telekom_allip, '', sip:tel.t-online.de;transport=tcp;lr",
        "sipgate_basic, signalling=tcp, sip:sip.sipgate.de;transport=tcp;lr",
        "telstra_sip_connect, '', sip:192.0.2.10;lr"
    })
    void another_host_routes(String provider, String setting, String proxy) {
        String[] pair = setting.split("=");
        Rendered trunk = Rendered.of(provider, setting.isEmpty() ? Map.of() : Map.of(pair[0], pair[1]));

        for (String type : List.of("endpoint", "aor")) {
            assertThat(trunk.values(type, "outbound_proxy")).as(type).containsExactly(proxy);
        }
        if (trunk.types().contains("registration")) {
            assertThat(trunk.values("registration", "outbound_proxy")).containsExactly(proxy);
        }
    }

    @Test
    void no_proxy_stands_where_none_is_needed() {
        assertThat(Rendered.of("sipgate_basic").values("endpoint", "outbound_proxy"))
                .isEmpty();
    }

    @Test
    void servers_are_called_in_order() {
        Rendered teams = Rendered.of("teams_direct_routing");

        assertThat(teams.values("endpoint", "aors")).containsExactly("t-aor,t-aor-second,t-aor-third");
        assertThat(teams.named("t-aor-second", "aor").all("contact"))
                .containsExactly("sip:sip2.pstnhub.microsoft.com:5061;transport=tls");
        assertThat(teams.named("t-aor-third", "aor").all("contact"))
                .containsExactly("sip:sip3.pstnhub.microsoft.com:5061;transport=tls");
        assertThat(teams.sections().stream()
                        .filter(section -> section.type().orElseThrow().equals("aor"))
                        .flatMap(section -> section.all("qualify_frequency").stream()))
                .containsExactly("30", "30", "30");
        assertThat(Rendered.of("skyetel").values("endpoint", "aors")).containsExactly("t-aor");
        assertThat(Rendered.of("skyetel", Map.of("second_server", "term.skyetel.com"))
                        .values("endpoint", "aors"))
                .containsExactly("t-aor,t-aor-second");
    }

    /** Without OPTIONS, Asterisk would take a dead server for one that answers. */
    @Test
    void what_decides_on_the_order_can_t_be_switched_off() {
        for (String provider : List.of("teams_direct_routing", "skyetel")) {
            assertThat(Samples.SHIPPED
                            .provider(provider)
                            .orElseThrow()
                            .check(Samples.trunk("t", provider, Map.of("qualify_frequency", "0"))))
                    .containsOnlyKeys("qualify_frequency");
        }
    }
}
