package io.sipwright.testkit.template;

import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.template.FieldType;
import io.sipwright.template.FieldValue;
import io.sipwright.template.TemplateField;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Values that a field accepts: those of {@link FieldSamples} in one case of three, any others in the rest. */
final class FieldArbitraries {

    private static final String ALNUM = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String PRINTABLE = ALNUM + ";\\\"'#[]{}()=<>,.:-_+*/!?&%$@~^|`éß中";

    private FieldArbitraries() {}

    static Arbitrary<FieldValue> of(TemplateField field, int shortestSecret) {
        List<FieldValue> samples =
                FieldSamples.of(field, shortestSecret).all().distinct().toList();
        if (field.type() == FieldType.CHOICE || field.type() == FieldType.BOOLEAN) {
            return Arbitraries.of(samples);
        }
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(samples)),
                Tuple.of(2, any(field, shortestSecret).map(FieldValue::of)));
    }

    private static Arbitrary<String> any(TemplateField field, int shortestSecret) {
        return switch (field.type()) {
            case TEXT, AUTH_USER -> texts(least(field), FieldSamples.longest(field));
            case SECRET -> texts(Math.max(shortestSecret, least(field)), FieldSamples.longest(field));
            case HOST -> hosts();
            case HOSTS ->
                list(Combinators.combine(hosts(), ports().optional(0.5))
                        .as((host, port) ->
                                host + port.map(number -> ":" + number).orElse("")));
            case HOST_NAMES -> list(hosts().filter(host -> !host.startsWith("[") && !host.matches("[0-9.]+")));
            case PORT -> ports();
            case SIP_USER -> chars(ALNUM + "!$%&'()*+-.=_~", 1, 100);
            case SIP_URI ->
                Combinators.combine(
                                Arbitraries.of("sip:", "sips:", "sip:user@", "sip:+49;x=y@"),
                                hosts(),
                                Arbitraries.of("", ":5060", ":65535", ";transport=tcp", ":1;lr"))
                        .as((scheme, host, rest) -> scheme + host + rest);
            case DIGEST ->
                Arbitraries.strings()
                        .withChars("0123456789abcdef")
                        .ofLength(FieldSamples.of(field, shortestSecret)
                                .usual()
                                .text()
                                .length());
            case E164 ->
                Combinators.combine(Arbitraries.of("", "+"), chars("0123456789", 3, 15))
                        .as(String::concat);
            case EXTENSION -> chars(ALNUM + "*#+_.-", 1, 20);
            case CODECS ->
                Arbitraries.of(PjsipSchema.codecs())
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(6)
                        .uniqueElements()
                        .map(codecs -> String.join(",", codecs));
            case INTEGER -> integers(field);
            case NETWORKS -> list(networks());
            case CONTEXT -> headed("_", "_.-", 79);
            case TRANSPORT -> headed("", "_.-", 79);
            case CALLER_NAME -> chars(ALNUM + "\"\\;<>,'()", 1, 79);
            case CALLER_ID ->
                Combinators.combine(chars(ALNUM + ";,'\\", 0, 40), chars(ALNUM + "+*#", 1, 30))
                        .as((name, number) -> "\"" + name + "\" <" + number + ">");
            case MAILBOXES ->
                list(Combinators.combine(chars(ALNUM + "_.-", 1, 40), chars(ALNUM + "_.-", 1, 40))
                        .as((box, context) -> box + "@" + context));
            case PATH -> chars(ALNUM + "/._-", 0, 200).map(path -> "/" + path);
            case CHOICE, BOOLEAN -> throw new IllegalStateException(field.type() + " has no other values");
        };
    }

    private static int least(TemplateField field) {
        return field.min() == null ? 1 : Math.max(1, field.min().intValue());
    }

    /** Texts without outer blanks. */
    private static Arbitrary<String> texts(int min, int max) {
        return chars(PRINTABLE, min, max);
    }

    private static Arbitrary<String> chars(String allowed, int min, int max) {
        return Arbitraries.strings().withChars(allowed).ofMinLength(min).ofMaxLength(Math.max(min, max));
    }

    private static Arbitrary<String> headed(String more, String later, int max) {
        return Combinators.combine(chars(ALNUM + more, 1, 1), chars(ALNUM + later, 0, max - 1))
                .as(String::concat);
    }

    private static Arbitrary<String> list(Arbitrary<String> items) {
        return items.list().ofMinSize(1).ofMaxSize(4).map(all -> String.join(",", all));
    }

    private static Arbitrary<String> ports() {
        return Arbitraries.integers().between(1, 0xffff).map(String::valueOf);
    }

    private static Arbitrary<String> hosts() {
        Arbitrary<String> labels = Combinators.combine(chars(ALNUM, 1, 20), chars(ALNUM + "-", 0, 20))
                .as((head, tail) -> head + tail + (tail.endsWith("-") ? "x" : ""));
        // With a letter in the end, so that no name is taken for an address.
        Arbitrary<String> names = labels.list()
                .ofMaxSize(4)
                .map(all -> Stream.concat(all.stream(), Stream.of("example"))
                        .reduce((a, b) -> a + "." + b)
                        .orElseThrow());
        Arbitrary<String> v6 = Arbitraries.integers().between(0, 0xffff).map(n -> "[2001:db8::%x]".formatted(n));
        return Arbitraries.oneOf(names, v4(), v6);
    }

    private static Arbitrary<String> v4() {
        return Arbitraries.integers()
                .between(0, 255)
                .list()
                .ofSize(4)
                .map(bytes -> bytes.stream()
                        .map(String::valueOf)
                        .reduce((a, b) -> a + "." + b)
                        .orElseThrow());
    }

    private static Arbitrary<String> networks() {
        Arbitrary<String> four = Combinators.combine(
                        v4(), Arbitraries.integers().between(8, 32))
                .as((address, prefix) -> address + "/" + prefix);
        Arbitrary<String> six = Combinators.combine(
                        Arbitraries.integers().between(0, 0xffff),
                        Arbitraries.integers().between(16, 128))
                .as((number, prefix) -> "2001:db8:%x::/%d".formatted(number, prefix));
        return Arbitraries.oneOf(v4(), four, six);
    }

    private static Arbitrary<String> integers(TemplateField field) {
        FieldSamples samples = FieldSamples.of(field, 1);
        return Arbitraries.longs()
                .between(
                        Long.parseLong(samples.shortest().text()),
                        Long.parseLong(samples.longest().text()))
                .map(String::valueOf);
    }
}
