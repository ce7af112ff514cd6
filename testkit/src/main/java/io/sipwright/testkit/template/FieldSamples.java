package io.sipwright.testkit.template;

import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.template.FieldType;
import io.sipwright.template.FieldValue;
import io.sipwright.template.TemplateField;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Values that a field accepts.
 *
 * @param usual one that a test server has use for: its transport is there, its file can be read
 * @param shortest the least, or the smallest number
 * @param longest the most, or the largest number
 * @param odd with characters that are allowed and rare
 */
record FieldSamples(FieldValue usual, FieldValue shortest, FieldValue longest, List<FieldValue> odd) {

    /** What a template may add to a SIP URI, which as a whole has 511 characters at most. */
    private static final int ROOM_FOR_PARAMETERS = 50;

    private static final String LABEL = "a".repeat(63);
    private static final String LONG_HOST = String.join(".", LABEL, LABEL, LABEL, "b".repeat(45)); // 237 of 245

    static FieldSamples of(TemplateField field, int shortestSecret) {
        FieldType type = field.type();
        return switch (type) {
            case TEXT -> texts(field, 1, "realm.example", "x;y\\z\"'#[]{}=>--;", "Zoë 😀 Söhne");
            case AUTH_USER -> texts(field, 1, "acme;4711@carrier.example", "a b\\c\"'#[]", "Zoë😀");
            case SECRET ->
                texts(field, shortestSecret, "Vq;7w>T2;mX>c9;Rk,4p", "x9;V\\r>4-K\"p7,'Q [z]=", "Kä9;Vr>4😀p7;Lm2,q8");
            case HOST ->
                of("sip.carrier.example", "a", LONG_HOST, "192.0.2.7", "[2001:db8::1]", "xn--bcher-kva.example");
            case HOSTS ->
                of("192.0.2.7,sip2.carrier.example:5070", "a", LONG_HOST + ":65535", "[2001:db8::1]:5061,h:1");
            case HOST_NAMES -> of("localhost", "a", LONG_HOST, "xn--bcher-kva.example,b.example");
            case PORT -> of("5062", "1", "65535", "10000");
            case SIP_USER -> of("acme-4711", "1", "u".repeat(type.maxLength()), "+1(555)~!$&'*=%2B_.");
            case SIP_URI ->
                of(
                        "sip:proxy.carrier.example:5060",
                        "sip:a",
                        "sip:" + "u".repeat(type.maxLength() - ROOM_FOR_PARAMETERS - 6) + "@h",
                        "sips:u;x@[2001:db8::1]:5061;transport=tls");
            case DIGEST -> digests(field.name().toLowerCase(Locale.ROOT));
            case E164 -> of("+15551234567", "123", "+123456789012345", "0049301234");
            case EXTENSION -> of("1001", "1", "9".repeat(type.maxLength()), "*#+_.-A");
            case CODECS -> of("alaw,ulaw", "ulaw", String.join(",", PjsipSchema.codecs()), "!all,ulaw", "ulaw:20");
            case INTEGER -> numbers(field);
            case BOOLEAN -> of("yes", "yes", "no");
            case CHOICE -> choices(List.copyOf(field.choices().keySet()));
            case NETWORKS ->
                of(
                        "203.0.113.0/28,198.51.100.7,2001:db8:1::/64",
                        "1.1.1.1",
                        "2001:0db8:ffff:ffff:ffff:ffff:ffff:ffff/128",
                        "192.0.2.7/32,2001:db8::/48");
            case CONTEXT -> of("from-somewhere", "a", "c".repeat(type.maxLength()), "_0.b-c");
            case TRANSPORT -> of("transport-tcp", "t", "t".repeat(type.maxLength()), "0._-x");
            case CALLER_NAME ->
                of("Zoë \"Z\" O'Neil; \\ Söhne", "a", "n".repeat(type.maxLength()), "<a>,;\\\"", "😀é".repeat(13));
            case CALLER_ID -> of("\"Sales\" <2000>", "1", "\"" + "s".repeat(90) + "\" <2000>", "<*1>", "a;b <+49>");
            case MAILBOXES -> of("1001@default,1002@default", "1@a", "1@" + "a".repeat(98), "a.b_c-d@e.f");
            case PATH -> of("/etc/hostname", "/", "/" + "p".repeat(type.maxLength() - 1), "/a\"'#ä=b");
        };
    }

    private static FieldSamples of(String usual, String shortest, String longest, String... odd) {
        return new FieldSamples(
                FieldValue.of(usual),
                FieldValue.of(shortest),
                FieldValue.of(longest),
                Stream.of(odd).map(FieldValue::of).toList());
    }

    /** Texts have a length of the field's own. */
    private static FieldSamples texts(TemplateField field, int least, String usual, String... odd) {
        int min = Math.max(least, field.min() == null ? 1 : field.min().intValue());
        int max = longest(field);
        return of(
                fit(usual, min, max),
                fit(usual, min, Math.min(min, max)),
                fit(usual, max, max),
                Stream.of(odd)
                        .filter(text -> text.length() >= min && text.length() <= max)
                        .toArray(String[]::new));
    }

    static int longest(TemplateField field) {
        int most = field.type().maxLength();
        return field.max() == null ? most : (int) Math.min(most, field.max());
    }

    /** A text repeated and cut until it has a length that is allowed. */
    private static String fit(String text, int min, int max) {
        String enough = text.length() >= min
                ? text
                : text.repeat(min / text.length() + 1).substring(0, min);
        return enough.length() <= max ? enough : enough.substring(0, max);
    }

    private static FieldSamples numbers(TemplateField field) {
        long min = field.min() == null ? Math.min(60, field.max() == null ? 60 : field.max()) : field.min();
        long max = field.max() == null ? Math.max(60, min) : field.max();
        long usual = Math.max(min, Math.min(max, 120));
        return of(Long.toString(usual), Long.toString(min), Long.toString(max), Long.toString(min / 2 + max / 2));
    }

    private static FieldSamples choices(List<String> values) {
        return of(values.get(0), values.get(0), values.get(values.size() - 1), values.toArray(String[]::new));
    }

    /** The name of the field tells the algorithm; where it doesn't, either length will do. */
    private static FieldSamples digests(String name) {
        String md5 = "0123456789abcdef".repeat(2);
        String sha256 = md5 + md5;
        String usual = name.contains("sha") ? sha256 : md5;
        return of(usual, name.contains("sha") ? sha256 : md5, name.contains("md5") ? md5 : sha256);
    }

    Stream<FieldValue> all() {
        return Stream.concat(Stream.of(usual, shortest, longest), odd.stream());
    }
}
