package io.sipwright.testkit.template;

import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.template.UserTemplate;
import java.util.List;
import java.util.stream.Stream;

/** Templates such as a host may have, none like those that are shipped. */
final class OddTemplates {

    /** Each sort of field, with limits where there can be some. */
    static final String ALL_TYPES = """
            {"id": "all_types", "kind": "user",
             "fields": {
               "f_text": {"type": "text", "min": 3, "max": 9},
               "f_host": {"type": "host"}, "f_hosts": {"type": "hosts"}, "f_port": {"type": "port"},
               "f_sip_user": {"type": "sip-user"}, "f_auth_user": {"type": "auth-user", "min": 2, "max": 8},
               "f_sip_uri": {"type": "sip-uri"}, "f_secret": {"type": "secret", "required": true, "min": 16, "max": 24},
               "f_md5": {"type": "digest"}, "f_e164": {"type": "e164"}, "f_extension": {"type": "extension"},
               "f_codecs": {"type": "codecs", "required": true}, "f_integer": {"type": "integer", "min": -5, "max": 5},
               "f_boolean": {"type": "boolean"}, "f_choice": {"type": "choice", "choices": {"a": "A", "b b": "B"}},
               "f_networks": {"type": "networks"}, "f_context": {"type": "context", "required": true},
               "f_transport": {"type": "transport"}, "f_caller_name": {"type": "caller-name"},
               "f_caller_id": {"type": "caller-id"}, "f_mailboxes": {"type": "mailboxes"}, "f_path": {"type": "path"}},
             "sections": {
               "auth": {"options": {"auth_type": "userpass", "username": "${name}", "password": "${f_secret}"}},
               "aor": {"options": {"contact": "sip:${f_hosts}", "outbound_proxy": "${f_sip_uri}", "mailboxes": "${f_mailboxes}"}},
               "endpoint": {"options": {
                 "context": "${f_context}", "allow": "${f_codecs}", "auth": "${name}", "aors": "${name}",
                 "from_domain": "${f_host}", "from_user": "${f_sip_user}", "transport": "${f_transport}",
                 "callerid": [{"when": "f_caller_id", "value": "${f_caller_id}"},
                              {"when": "f_caller_name", "value": "\\"${f_caller_name}\\" <1>"}],
                 "permit": "${f_networks}", "direct_media": "${f_boolean}", "dtls_cert_file": "${f_path}",
                 "set_var": ["A=${f_text}", "B=${f_auth_user}", "C=${f_port}", "D=${f_e164}", "E=${f_extension}",
                             "F=${f_integer}", "G=${f_choice}", "H=${f_md5}"]}}}}
            """;

    /** Choices that can be made under conditions only, of which some follow from others. */
    static final String CONDITIONS = """
            {"id": "conditions", "kind": "provider",
             "fields": {
               "auth": {"type": "choice", "default": "password",
                        "choices": {"password": "Password", "ip": "Address"}},
               "tier": {"type": "choice", "default": "basic", "choices": {"basic": "Basic", "gold": "Gold"}},
               "fax": {"type": "choice", "default": "no",
                       "choices": {"no": "None", "t38": {"label": "T.38", "when": ["tier=gold", "auth=ip"]}}},
               "login": {"type": "auth-user", "required": "auth=password"},
               "password": {"type": "secret", "required": "auth!=ip"},
               "server": {"type": "host", "required": true},
               "proxy": {"type": "sip-uri", "required": "tier=gold"},
               "quiet": {"type": "boolean", "default": "no"}},
             "sections": {
               "auth": {"when": "auth=password",
                        "options": {"auth_type": "userpass", "username": "${login}", "password": "${password}"}},
               "aor": {"options": {"contact": "sip:${server}", "qualify_frequency": {"when": "!quiet", "value": "60"}}},
               "endpoint": {"options": {
                 "aors": "${name}-aor", "identify_by": "ip", "allow": "alaw", "outbound_proxy": "${proxy}",
                 "outbound_auth": {"when": "auth=password", "value": "${name}-auth"},
                 "t38_udptl": {"when": "fax=t38", "value": "yes"}}}}}
            """;

    /** Inherits from what is shipped, and takes away. */
    static final String INHERITING = """
            {"id": "inheriting", "kind": "provider", "extends": "credential-trunk",
             "fields": {
               "auth": {"choices": {"registration": "Registration"}},
               "realm": null,
               "account": {"type": "integer", "min": 100000, "max": 999999, "required": true},
               "username": {"default": "acc${account}"},
               "server": {"default": "pbx${account}.carrier.example"}},
             "sections": {"auth": {"options": {"realm": null}},
                          "endpoint": {"options": {"accountcode": "${account}", "rtp_timeout": "60"}}}}
            """;

    /** A section for each item of a list, and two lists in one option. */
    static final String EACH = """
            {"id": "each", "kind": "provider",
             "fields": {
               "servers": {"type": "hosts", "required": true},
               "inbound_sources": {"type": "networks", "required": true},
               "inbound_match": {"type": "choice", "default": "address", "choices": {"address": "Address"}},
               "account": {"type": "sip-user", "required": true}, "password": {"type": "secret", "required": true}},
             "sections": {
               "auth": {"options": {"auth_type": "userpass", "username": "${account}", "password": "${password}"}},
               "registration": {"options": {"server_uri": "sip:registrar.example", "client_uri": "sip:${account}@registrar.example",
                                            "outbound_auth": "${name}-auth"}},
               "registration-more": {"type": "registration", "each": "servers",
                                     "options": {"server_uri": "sip:${item}", "client_uri": "sip:${account}@${item}",
                                                 "outbound_auth": "${name}-auth"}},
               "aor": {"options": {"contact": "sip:${servers}"}},
               "endpoint": {"options": {"aors": "${name}-aor", "identify_by": "ip", "outbound_auth": "${name}-auth"}},
               "identify": {"when": "inbound_match=address",
                            "options": {"endpoint": "${name}-endpoint", "match": "${inbound_sources}"}}}}
            """;

    /** Choices that set other fields, one of them required. */
    static final String SETTING = """
            {"id": "setting", "kind": "provider",
             "fields": {
               "region": {"type": "choice", "required": true, "choices": {
                 "eu": {"label": "EU", "set": {"server": "eu.carrier.example", "encrypted": "yes"}},
                 "us": {"label": "US", "set": {"server": "us.carrier.example", "port": "5070"}},
                 "own": "Own"}},
               "server": {"type": "host", "required": true}, "port": {"type": "port", "default": "5060"},
               "encrypted": {"type": "boolean", "default": "no"},
               "profile": {"type": "choice", "default": "plain", "choices": {
                 "plain": "Plain", "strict": {"label": "Strict", "when": "encrypted"}}}},
             "sections": {
               "aor": {"options": {"contact": "sip:${server}:${port}"}},
               "endpoint": {"options": {
                 "aors": "${name}-aor", "identify_by": "ip",
                 "media_encryption": {"when": "encrypted", "value": "sdes"},
                 "media_encryption_optimistic": {"when": ["encrypted", "profile=plain"], "value": "yes"}}}}}
            """;

    /** A user of few words. */
    static final String LEAST = """
            {"id": "least", "kind": "user",
             "fields": {"pin": {"type": "secret", "required": true}},
             "sections": {"auth": {"options": {"auth_type": "userpass", "username": "${name}", "password": "${pin}"}},
                          "aor": {"options": {"max_contacts": "1"}},
                          "endpoint": {"options": {"auth": "${name}", "aors": "${name}"}}}}
            """;

    static final TemplateCatalog CATALOG = catalog(ALL_TYPES, CONDITIONS, INHERITING, EACH, SETTING, LEAST);

    private OddTemplates() {}

    static TemplateCatalog catalog(String... templates) {
        TemplateCatalog.Builder builder = TemplateCatalog.builder();
        for (String template : templates) {
            builder.addJson("odd.json", template);
        }
        return builder.build();
    }

    /** Those that are shipped, and these. */
    static Stream<SpecForm<?>> forms() {
        Stream<SpecForm<?>> trunks = CATALOG.providers().values().stream().map(TrunkForm::new);
        Stream<SpecForm<?>> users = CATALOG.userTemplates().values().stream().map(UserForm::new);
        return Stream.concat(trunks, users);
    }

    static ProviderTemplate provider(String id) {
        return CATALOG.provider(id).orElseThrow();
    }

    static UserTemplate user(String id) {
        return CATALOG.userTemplate(id).orElseThrow();
    }

    static List<String> ids() {
        return forms().map(form -> form.template().id()).toList();
    }
}
