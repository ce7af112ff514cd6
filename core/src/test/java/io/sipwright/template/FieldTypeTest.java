package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each type of field takes, and what it refuses with its own code. */
class FieldTypeTest {

    /** Values of one type, parted by blanks; ␣ stands for a blank inside. */
    private static Stream<Arguments> values(FieldType type, String values) {
        return Stream.of(values.split(" ")).map(value -> Arguments.of(type, value.replace("␣", " ")));
    }

    static Stream<Arguments> good() {
        String host = "example.com a a-b.c1 192.0.2.1 [2001:db8::1] xn--bcher-kva.example 1.example.com ";
        return Stream.of(
                        values(FieldType.TEXT, "a ${a} é;é 日本 a␣b \\ ; #include \"q\" 😀"),
                        values(FieldType.HOST, host + "x".repeat(63) + ".com"),
                        values(FieldType.HOSTS, host + "a:5060 a:1,b:65535 [2001:db8::1]:5061 a,␣b"),
                        values(FieldType.HOST_NAMES, "example.com a a,b xn--bcher-kva.example"),
                        values(FieldType.PORT, "1 5060 9999 10000 65535"),
                        values(FieldType.SIP_USER, "alice +15551234567 a.b-c_d a=b 100000_pbx 1%202 a&b *98 !~$'()"),
                        values(FieldType.AUTH_USER, "alice alice@example.com a:b a␣b é"),
                        values(
                                FieldType.SIP_URI,
                                "sip:a sips:a.example:5061 sip:u@a:5060;transport=tcp sip:[::1]:5060"),
                        values(FieldType.SECRET, "a ;--␣x␣--; ${name} \"quoted\" #exec é"),
                        values(FieldType.E164, "123 +15551234567 123456789012345"),
                        values(FieldType.EXTENSION, "1 1001 *98 #1 a.b-c_d +1 " + "1".repeat(20)),
                        values(FieldType.CODECS, "ulaw ulaw,alaw,g722 !all,opus opus:20,ulaw all ulaw,␣alaw"),
                        values(FieldType.INTEGER, "0 -1 7 999999999999999999"),
                        values(FieldType.BOOLEAN, "yes no true FALSE On off 1 0"),
                        values(FieldType.NETWORKS, "192.0.2.1 192.0.2.0/24,198.51.100.7 2001:db8::/48"),
                        values(FieldType.CONTEXT, "from-trunk _a 1 a.b_c-d " + "x".repeat(79)),
                        values(FieldType.TRANSPORT, "transport-udp 1 a.b_c " + "x".repeat(79)),
                        values(FieldType.CALLER_NAME, "Alice \"A\" \\ <a> Zoë 田中 a;b"),
                        values(FieldType.CALLER_ID, "\"Alice\"␣<1001> Alice␣<1001> <1001> 1001 *98 \"\"<1>"),
                        values(FieldType.MAILBOXES, "1001@default 1001@default,1002@a.b"),
                        values(FieldType.PATH, "/ /etc/asterisk/keys/a.pem /é"))
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("good")
    void takes(FieldType type, String value) {
        assertThat(FieldTypes.problem(type, value)).isEmpty();
    }

    static Stream<Arguments> bad() {
        String host = "a␣b -a a- a..b .a a. a_b a/b a@b sip:a é.com 300.1.1.1 1.2.3 1234 [::1 :: a,b a;b \"a\" <a> ";
        return Stream.of(
                        values(FieldType.HOST, host + "a:5060 " + "x".repeat(64)),
                        values(FieldType.HOSTS, "a␣b a:0 a:65536 a:port sip:a a;b ::1"),
                        values(FieldType.HOST_NAMES, "a␣b a:5060 -a 192.0.2.1 [::1] a..b"),
                        values(FieldType.PORT, "0 65536 -1 a 5060␣ 05060 +1 ５０６０ 1.5"),
                        values(FieldType.SIP_USER, "a␣b a@b a:b a;b \"a\" <a> a,b é a/b a?b a#b [a] {a} a\\b ^ ` |"),
                        values(FieldType.SIP_URI, "a tel:1 sip: sip:a␣b sip:a? sip:a,b <sip:a> sip:a:0 sip:a:99999"),
                        values(FieldType.E164, "12 1234567890123456 1-555-123 (555)123 +␣1 ++1555 １２３４ 1555x"),
                        values(FieldType.EXTENSION, "a␣b a@b a/b a;b é a,b a&b"),
                        values(FieldType.CODECS, "g7222 ULAW ulaw|alaw ulaw␣alaw ulaw: ulaw:1000 !!ulaw"),
                        values(FieldType.INTEGER, "a 1.5 007 00 -0 1e3 0x10 +1 -- ١"),
                        values(FieldType.BOOLEAN, "maybe y 2 yess"),
                        values(FieldType.NETWORKS, "example.com 192.0.2 192.0.2.0/33 !192.0.2.1 192.0.2.1:5060 a"),
                        values(FieldType.CONTEXT, "a␣b -a .a a/b a,b é a;b a@b"),
                        values(FieldType.TRANSPORT, "a␣b _a -a a/b é a;b"),
                        values(FieldType.CALLER_ID, "Alice \"Alice <1001 1001> \"a\"b\"<1> a<1>b \"a\"<1␣2> <> é"),
                        values(FieldType.MAILBOXES, "1001 @default 1001@ a@b@c a␣b@c 1001@default;x é@default"),
                        values(FieldType.PATH, "etc ./a ../a a/b C:\\a /a␣b /a,b /a;b ~/a"))
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @EnumSource
    void knows_its_name_in_json(FieldType type) {
        assertThat(FieldType.ofJson(type.jsonName())).contains(type);
        assertThat(type.jsonName()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(FieldType.jsonNames()).contains(type.jsonName());
    }

    @Test
    void only_exact_names_are_known() {
        assertThat(FieldType.ofJson("SIP_USER")).isEmpty();
        assertThat(FieldType.ofJson("sip_user")).isEmpty();
        assertThat(Map.of("sip-user", FieldType.SIP_USER, "e164", FieldType.E164))
                .allSatisfy((name, type) -> assertThat(FieldType.ofJson(name)).contains(type));
    }
}
