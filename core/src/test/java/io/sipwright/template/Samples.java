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
            default -> Map.of("username", "acme-pbx");
        };
    }
}
