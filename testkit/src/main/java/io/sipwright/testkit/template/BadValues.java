package io.sipwright.testkit.template;

import io.sipwright.template.FieldType;
import io.sipwright.template.FieldValue;
import io.sipwright.template.TemplateField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values that a field refuses, each with what is wrong with it. */
final class BadValues {

    private BadValues() {}

    static Map<String, FieldValue> of(TemplateField field) {
        Map<String, FieldValue> bad = new LinkedHashMap<>();
        String usual = FieldSamples.of(field, 12).usual().items().get(0);
        String middle = usual.isEmpty() ? "a" : usual.substring(0, 1);
        add(bad, "empty", "");
        add(bad, "line feed", middle + "\n[evil]\ntype=endpoint\n" + usual);
        add(bad, "carriage return", middle + "\r" + usual);
        add(bad, "NUL", middle + "\0" + usual);
        add(bad, "invisible character", middle + "\u200b" + usual);
        add(bad, "half a character", middle + "\ud83d" + usual);
        add(bad, "too long", tooLong(field, usual));
        if (!field.type().isList()) {
            bad.put("two values", FieldValue.of(List.of(usual, usual)));
        }
        forms(field).forEach(value -> add(bad, "not " + article(field.type()) + ": " + value, value));
        limits(field, bad);
        return bad;
    }

    private static void add(Map<String, FieldValue> bad, String label, String value) {
        bad.put(label, FieldValue.of(value));
    }

    private static String article(FieldType type) {
        return "of type " + type.jsonName();
    }

    private static String tooLong(TemplateField field, String usual) {
        String filler = field.type() == FieldType.INTEGER || field.type() == FieldType.PORT ? "9" : "a";
        return usual + filler.repeat(FieldSamples.longest(field) + 1);
    }

    /** What is printable, not too long, and of another form. */
    private static List<String> forms(TemplateField field) {
        return switch (field.type()) {
            case TEXT, SECRET, AUTH_USER, CALLER_NAME -> List.of();
            case HOST -> List.of("a b", "-a.example", "a..b", "300.1.1.1", "a.example:5060", "a_b");
            case HOSTS -> List.of("a b", "a.example,", "a.example:0", "a.example:65536", "-a");
            case HOST_NAMES -> List.of("a b", "a.example:5060", "-a.example", "192.0.2.1", "[2001:db8::1]");
            case PORT -> List.of("0", "65536", "-1", "5060.0", "sip");
            case SIP_USER -> List.of("a b", "a@b", "a;b", "\"a\"", "<a>", "a,b", "é");
            case SIP_URI -> List.of("sip:", "http://a.example", "a.example", "sip:a b", "<sip:a>", "sip:a:0");
            case DIGEST -> List.of("0123456789abcdef", "0123456789ABCDEF0123456789ABCDEF", "g".repeat(32));
            case E164 -> List.of("12", "+1 555 1234567", "0049-30-1", "++49301234", "1234567890123456");
            case EXTENSION -> List.of("10 01", "1001@a", "é");
            case CODECS -> List.of("no_such_codec", "ulaw,", "ulaw;alaw");
            case INTEGER -> List.of("1.5", "0x10", "many", "1 000", "--1", "010");
            case BOOLEAN -> List.of("maybe", "2", "ja");
            case CHOICE -> List.of("no such choice");
            case NETWORKS -> List.of("sip.carrier.example", "192.0.2.0/33", "192.0.2", "010.0.0.1", "2001:db8::/129");
            case CONTEXT -> List.of("a b", "-a", "a,b", "é");
            case TRANSPORT -> List.of("_a", "-a", "a b");
            case CALLER_ID -> List.of("\"Sales", "Sales", "<>", "\"A\" <1> <2>");
            case MAILBOXES -> List.of("1001", "1001@", "@default", "a b@c");
            case PATH -> List.of("relative", "/a b", "/a;b", "/a,b");
        };
    }

    private static void limits(TemplateField field, Map<String, FieldValue> bad) {
        Long min = field.min();
        Long max = field.max();
        if (field.type() == FieldType.INTEGER) {
            if (min != null) {
                add(bad, "below the smallest", Long.toString(min - 1));
            }
            if (max != null) {
                add(bad, "above the largest", Long.toString(max + 1));
            }
        } else if (min != null && min > 1 && hasLength(field.type())) {
            add(bad, "too short", "a".repeat((int) (min - 1)));
        }
    }

    private static boolean hasLength(FieldType type) {
        return type == FieldType.TEXT || type == FieldType.SECRET || type == FieldType.AUTH_USER;
    }
}
