package io.sipwright.template;

import io.sipwright.secret.Secret;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One realistic object for each shipped template, with what the template asks for and nothing else. */
public final class Samples {

    public static final TemplateCatalog SHIPPED = TemplateCatalog.shipped();
    public static final String PASSWORD = "Tq7-vRz2;mXw9";

    private Samples() {}

    public static Stream<ProviderTemplate> providers() {
        return SHIPPED.providers().values().stream();
    }

    public static Stream<UserTemplate> userTemplates() {
        return SHIPPED.userTemplates().values().stream();
    }

    /** A trunk of a shipped provider, its values in the form that is stored. */
    public static TrunkSpec trunk(String provider) {
        return trunk("main_" + provider, provider, Map.of());
    }

    /** A trunk with some fields of its own. */
    public static TrunkSpec trunk(String name, String provider, Map<String, String> fields) {
        TrunkSpec.Builder trunk = TrunkSpec.builder(name, provider);
        Map<String, String> all = new LinkedHashMap<>(required(provider));
        all.putAll(fields);
        all.forEach(trunk::field);
        Template template = SHIPPED.provider(provider).orElseThrow();
        if (template.field("password").isPresent()) {
            trunk.password(Secret.of(fields.getOrDefault("password", PASSWORD)));
        }
        TrunkSpec built = trunk.build();
        return built.withFields(template.normalize(built.fields()));
    }

    /** A user of a shipped template, its values in the form that is stored. */
    public static SipUserSpec user(String template) {
        return user("alice", template, Map.of());
    }

    /** A user with some fields of its own. */
    public static SipUserSpec user(String name, String template, Map<String, String> fields) {
        SipUserSpec.Builder user =
                SipUserSpec.builder(name, template).extension("1001").secret(PASSWORD);
        fields.forEach(user::field);
        SipUserSpec built = user.build();
        return built.withFields(SHIPPED.userTemplate(template).orElseThrow().normalize(built.fields()));
    }

    /** A trunk for every way in which a provider authenticates and recognises calls. */
    public static List<TrunkSpec> everyMode(ProviderTemplate provider) {
        List<TrunkSpec> trunks = new ArrayList<>();
        for (String auth : provider.authModes()) {
            for (String inbound :
                    provider.field("inbound_match").orElseThrow().choices().keySet()) {
                Map<String, String> fields = new LinkedHashMap<>(Map.of("auth", auth, "inbound_match", inbound));
                if (inbound.equals("address")) {
                    fields.put("inbound_sources", "192.0.2.10,198.51.100.0/28");
                }
                TrunkSpec trunk = trunk("main_" + provider.id(), provider.id(), fields);
                if (provider.check(trunk).isEmpty()) {
                    trunks.add(trunk);
                }
            }
        }
        return trunks;
    }

    private static Map<String, String> required(String provider) {
        return switch (provider) {
            case "twilio" -> Map.of("trunk_domain", "acme", "did", "+15551234567", "username", "acme-pbx");
            case "vonage" -> Map.of("domain", "acme", "username", "3f1c9a7e");
            case "bandwidth" -> Map.of("server", "sbc1.example.com", "inbound_sources", "192.0.2.10,192.0.2.11");
            case "voipms" -> Map.of("pop", "montreal3", "username", "100000_pbx");
            case "plivo" -> Map.of("server", "acme.zt.plivo.com", "did", "+15551234567", "username", "acme-pbx");
            case "signalwire" -> Map.of("server", "acme-7c.sip.signalwire.com", "username", "pbx");
            case "custom_credential", "plain_trunk" -> Map.of("server", "sip.example.com", "username", "acme-pbx");
            case "custom_ip" -> Map.of("server", "sip.example.com", "inbound_sources", "203.0.113.0/28");
            case "sinch" -> Map.of("hostname", "acme", "username", "acme-pbx");
            case "aws_chime_voice_connector" ->
                Map.of("voice_connector_id", "abcdef1ghij2klmno3pqr4", "username", "acme-pbx");
            case "telekom_companyflex" ->
                Map.of(
                        "companyflex_id", "551138572628",
                        "username", "+4919929000000012345",
                        "auth_username", "+4930123456@tel.t-online.de");
            case "telekom_sip_trunk" -> Map.of("username", "+4930123456", "did", "+4930123456");
            case "telekom_allip" -> Map.of("username", "+4930123456", "auth_username", "acme@t-online.de");
            case "gamma" ->
                Map.of(
                        "server", "gw1.example.com",
                        "did", "+442079460000",
                        "from_domain", "192.0.2.7",
                        "inbound_sources", "198.51.100.20");
            case "wavix" -> Map.of("region", "nl", "username", "12345", "did", "+15551234567");
            case "exotel" -> Map.of("account_sid", "acme1", "did", "+912212345678", "username", "acme-pbx");
            case "teams_direct_routing", "google_voice_sip_link" -> Map.of("sbc_fqdn", "sbc.example.com");
            case "skyetel", "anveodirect", "didforsale" -> Map.of();
            case "voxbone" -> Map.of("username", "acme-pbx", "did", "+15551234567");
            case "swisscom_sbc" -> Map.of("server", "asbc01.join.example.ch", "username", "acme-pbx");
            case "telstra_sip_connect" ->
                Map.of(
                        "server", "sip.example.net.au",
                        "outbound_proxy", "sip:192.0.2.10",
                        "username", "+61290000000",
                        "auth_username", "acme-pbx");
            default -> Map.of("username", "acme-pbx");
        };
    }
}
