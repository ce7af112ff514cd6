package io.sipwright.ami;

import io.sipwright.template.FieldType;
import io.sipwright.template.FieldValue;
import io.sipwright.template.FieldValues;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateField;
import io.sipwright.template.UserTemplate;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trunks and users with sample values, so many that every choice and every field of a template is used. */
final class SampleObjects {

    private static final String PASSWORD = "Vq7;wT2>mXc9Rk";

    private SampleObjects() {}

    /** For each way of authentication: with the least, with each choice of each field, and with everything. */
    static List<TrunkSpec> trunks(ProviderTemplate template) {
        List<TrunkSpec> trunks = new ArrayList<>();
        for (String auth : template.authModes()) {
            int number = 0;
            for (Map<String, FieldValue> values : variants(template, auth)) {
                String name = template.id() + "." + auth + "." + number++;
                trunks.add(TrunkSpec.builder(name, template.id())
                        .build()
                        .withFields(template.normalize(FieldValues.of(values))));
            }
        }
        return trunks;
    }

    /** With the least, with each choice of each field, and with everything. */
    static List<SipUserSpec> users(UserTemplate template) {
        List<SipUserSpec> users = new ArrayList<>();
        int number = 0;
        for (Map<String, FieldValue> values : variants(template, "")) {
            users.add(SipUserSpec.builder(template.id() + "." + number++, template.id())
                    .build()
                    .withFields(template.normalize(FieldValues.of(values))));
        }
        return users;
    }

    private static List<Map<String, FieldValue>> variants(Template template, String auth) {
        Map<String, FieldValue> least = new LinkedHashMap<>();
        Map<String, FieldValue> all = new LinkedHashMap<>();
        for (TemplateField field : template.fields()) {
            FieldValue sample = field.name().equals("auth") ? FieldValue.of(auth) : sample(field);
            all.put(field.name(), sample);
            boolean credentials =
                    field.type() == FieldType.SECRET || field.name().equals("username");
            if (field.name().equals("auth") || field.isAlwaysRequired() || credentials && !auth.equals("ip")) {
                least.put(field.name(), sample);
            }
        }
        all.put("inbound_match", FieldValue.of("address"));
        all.keySet()
                .retainAll(template.fields().stream().map(TemplateField::name).toList());
        List<Map<String, FieldValue>> variants = new ArrayList<>(List.of(least, all));
        for (TemplateField field : template.fields()) {
            for (String choice : choices(field)) {
                if (!field.name().equals("auth") && !(choice.equals("line") && !auth.equals("registration"))) {
                    Map<String, FieldValue> variant = new LinkedHashMap<>(choice.equals("address") ? all : least);
                    variant.put(field.name(), FieldValue.of(choice));
                    variants.add(variant);
                }
            }
        }
        return variants;
    }

    private static List<String> choices(TemplateField field) {
        return field.type() == FieldType.BOOLEAN
                ? List.of("yes", "no")
                : List.copyOf(field.choices().keySet());
    }

    private static FieldValue sample(TemplateField field) {
        return switch (field.type()) {
            case TEXT -> FieldValue.of("realm.example");
            case HOST -> FieldValue.of("sip.carrier.example");
            case HOSTS -> FieldValue.of(List.of("192.0.2.7", "sip2.carrier.example:5070"));
            case PORT -> FieldValue.of("5062");
            case SIP_USER -> FieldValue.of("acme-4711");
            case AUTH_USER -> FieldValue.of("acme;4711@carrier.example");
            case SIP_URI -> FieldValue.of("sip:proxy.carrier.example:5060");
            case SECRET -> FieldValue.of(PASSWORD);
            case DIGEST -> FieldValue.of("0123456789abcdef".repeat(field.name().startsWith("md5") ? 2 : 4));
            case E164 -> FieldValue.of("+15551234567");
            case EXTENSION -> FieldValue.of("1001");
            case CODECS -> FieldValue.of("alaw,ulaw");
            case INTEGER -> FieldValue.of(Long.toString(field.max() == null ? 60 : Math.min(field.max(), 120)));
            case BOOLEAN -> FieldValue.of("yes");
            case CHOICE -> FieldValue.of(field.choices().keySet().iterator().next());
            case NETWORKS -> FieldValue.of(List.of("203.0.113.0/28", "198.51.100.7", "2001:db8:1::/64"));
            case CONTEXT -> FieldValue.of("from-somewhere");
            case TRANSPORT -> FieldValue.of("transport-tcp");
            case CALLER_NAME -> FieldValue.of("Zoë \"Z\" O'Neil; \\ Söhne");
            case CALLER_ID -> FieldValue.of("\"Sales\" <2000>");
            case MAILBOXES -> FieldValue.of("1001@default,1002@default");
            case PATH -> FieldValue.of("/etc/hostname");
        };
    }
}
