package io.sipwright.render;

import io.sipwright.template.Samples;
import io.sipwright.template.Template;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.HostileStrings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Objects with all sorts of values. */
final class RenderArbitraries {

    private static final List<String> PROVIDERS =
            Samples.providers().map(Template::id).toList();
    private static final List<String> TEMPLATES =
            Samples.userTemplates().map(Template::id).toList();

    private RenderArbitraries() {}

    /** Texts made of what means something to the file and to a template. */
    static Arbitrary<String> texts() {
        Arbitrary<String> soup = Arbitraries.of(
                        ";",
                        "\\",
                        ";--",
                        "--;",
                        "[a]",
                        "]",
                        "[",
                        "=",
                        "=>",
                        ">",
                        "#include a",
                        "#exec a",
                        "\n",
                        "\r",
                        "\0",
                        "${name}",
                        "${secret}",
                        "(!)",
                        "(+)",
                        "+=",
                        "\"",
                        "'",
                        " ",
                        "a",
                        "Z9",
                        "é",
                        "😀",
                        ",",
                        "@",
                        ":",
                        "/")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
        List<String> hostile = HostileStrings.all().stream()
                .filter(text -> text.length() < 300)
                .toList();
        return Arbitraries.oneOf(soup, Arbitraries.of(hostile)).withoutEdgeCases();
    }

    /** Values for the fields that take nearly any text, and for some that don't. */
    private static Arbitrary<Map<String, String>> fields(String... names) {
        return Arbitraries.maps(Arbitraries.of(names), texts()).ofMinSize(1).ofMaxSize(3);
    }

    static Arbitrary<TrunkSpec> trunks() {
        return Combinators.combine(
                        Arbitraries.of(PROVIDERS),
                        fields("auth_username", "realm", "username", "password", "from_user", "context", "server"))
                .as((provider, fields) -> {
                    TrunkSpec.Builder trunk = Samples.trunk("t", provider, Map.of()).toBuilder();
                    fields.forEach((name, value) -> {
                        if (Samples.SHIPPED
                                .provider(provider)
                                .orElseThrow()
                                .field(name)
                                .isPresent()) {
                            trunk.field(name, value);
                        }
                    });
                    return trunk.build();
                });
    }

    static Arbitrary<SipUserSpec> users() {
        return Combinators.combine(
                        Arbitraries.of(TEMPLATES),
                        fields("secret", "display_name", "callerid", "context", "voicemail", "extension"))
                .as((template, fields) -> {
                    SipUserSpec.Builder user = Samples.user("alice", template, Map.of()).toBuilder();
                    fields.forEach(user::field);
                    return user.build();
                });
    }

    /** Values that any user may have, none hostile. */
    static Arbitrary<Map<String, String>> goodFields() {
        Arbitrary<Map.Entry<String, String>> entries = Arbitraries.oneOf(
                entry("extension", "1001", "1002"),
                entry("display_name", "Alice", "Zoë \"Z\"", "a;b"),
                entry("context", "internal", "other"),
                entry("codecs", "ulaw", "ulaw,alaw"),
                entry("max_contacts", "1", "2"),
                entry("voicemail", "1@a", "1@a,2@b"),
                entry("call_limit", "1", "9"),
                entry("transport", "transport-tcp", "transport-tls"));
        return entries.list().ofMaxSize(8).map(list -> {
            Map<String, String> fields = new LinkedHashMap<>();
            list.forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
            return fields;
        });
    }

    private static Arbitrary<Map.Entry<String, String>> entry(String name, String... values) {
        return Arbitraries.of(values).map(value -> Map.entry(name, value));
    }
}
