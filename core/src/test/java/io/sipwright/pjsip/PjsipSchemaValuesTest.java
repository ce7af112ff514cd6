package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of each kind, good and bad. */
class PjsipSchemaValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "endpoint|webrtc|yes no TRUE False y n t f 1 0 on Off",
                "endpoint|cos_audio|0 7 4294967295",
                "aor|qualify_frequency|0 86400",
                "endpoint|rtp_port_end|0 65535",
                "global|mwi_tps_queue_low|-1 0 2147483647",
                "aor|qualify_timeout|3 3.0 0.5",
                "endpoint|dtmf_mode|rfc4733 INFO auto",
                "endpoint|100rel|peer_supported required",
                "endpoint|identify_by|ip username,auth_username request_uri",
                "auth|supported_algorithms_uac|MD5 SHA-256,MD5 sha-512-256",
                "endpoint|allow|ulaw all !all !all,ulaw,ALAW g722:20,ulaw !ulaw",
                "aor|contact|sip:a@192.0.2.1 <sip:a@h:5060> sips:h sip:a@h,sip:b@h sip:a@[2001:db8::1]:5061;transport=tcp",
                "registration|client_uri|sip:+15551234@sip.example.com sip:h;transport=tls sip:h?X=y",
                "endpoint|from_user|alice +1555 a.b a#b",
                "endpoint|deny|0.0.0.0/0 !192.0.2.1 192.0.2.0/255.255.255.0 2001:db8::/32,::1",
                "identify|match|192.0.2.1 192.0.2.0/24 192.0.2.1:5060 sip.example.com 2001:db8::1 192.0.2.1,a.example ::ffff:192.0.2.0/24 3com.example",
                "auth|md5_cred|0123456789abcdefABCDEF0123456789",
                "endpoint|set_var|A=b A= CHANNEL(x)=y=z",
                "endpoint|tos_audio|0 255 cs0 cs7 af11 AF43 ef",
                "auth|password|x ;-- #\"",
                "endpoint|context|from-internal",
                "inbound-publication|event_dialog|x",
            })
    void good(String type, String option, String values) {
        for (String value : values.split(" ")) {
            assertThat(problem(type, option, value)).as(value).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "endpoint|webrtc|yess enabled 2 -",
                "endpoint|cos_audio|-1 1.5 5x abc 4294967296 99999999999 +1 010 00 -0",
                "aor|qualify_frequency|86401",
                "endpoint|rtp_port_end|65536",
                "global|mwi_tps_queue_low|2147483648 x",
                "aor|qualify_timeout|x 1. .5 -1 1e3",
                "endpoint|dtmf_mode|rfc 2833 infos",
                "endpoint|identify_by|ipp ip,nope ip,,username",
                "auth|supported_algorithms_uac|SHA-1 MD5,x",
                "endpoint|allow|ulaww ulaw,nope ulaw, !! g722:x",
                "aor|contact|tel:1 192.0.2.1 sip: sip:a@h,b sip:a@b@c \"A\"<sip:h>",
                "registration|client_uri|sip.example.com http://h sip:h:port",
                "endpoint|from_user|a@b \"a\" <a> [a] é a\\b",
                "endpoint|deny|host.example all 192.0.2.1:5060 192.0.2.0/33 300.1.1.1 ::/129 ::: ::ffff:192.0.2.0/120",
                "identify|match|* !192.0.2.1 -a 192.0.2.0/24/8 ::ffff:192.0.2.0/120 192.0.2.1:65536 127.2 0300.0.2.1 0xc0.0.2.1 192.0.2.1/32:5060",
                "auth|md5_cred|0123 g123456789abcdef0123456789abcdef",
                "endpoint|set_var|A =b",
                "endpoint|tos_audio|256 lowdelay cs8 af14 -1",
            })
    void bad(String type, String option, String values) {
        for (String value : values.split(" ")) {
            assertThat(problem(type, option, value))
                    .as(value)
                    .hasValueSatisfying(message -> assertThat(message).startsWith("expected "));
        }
    }

    @Test
    void empty_values_are_for_strings() {
        assertThat(problem("endpoint", "callerid_tag", "")).isEmpty();
        assertThat(problem("endpoint", "from_user", "")).isEmpty();
        assertThat(problem("endpoint", "allow", "")).isPresent();
        assertThat(problem("endpoint", "webrtc", "")).isPresent();
        assertThat(problem("endpoint", "cos_audio", "")).isPresent();
        assertThat(problem("endpoint", "dtmf_mode", "")).isPresent();
        assertThat(problem("registration", "client_uri", "")).isPresent();
    }

    @Test
    void values_that_asterisk_cuts_are_too_long() {
        assertThat(problem("endpoint", "context", "x".repeat(79))).isEmpty();
        assertThat(problem("endpoint", "context", "é".repeat(40))).contains("expected at most 79 bytes");
        assertThat(problem("registration", "client_uri", "sip:" + "x".repeat(508)))
                .isPresent();
    }

    @Test
    void choices_are_those_of_the_version() {
        assertThat(problem("endpoint", "100rel", "peer_supported")).isEmpty();
        assertThat(problem(AsteriskVersion.V16, "endpoint", "100rel", "peer_supported"))
                .contains("expected one of no, yes, required");
        assertThat(problem(AsteriskVersion.V16, "endpoint", "identify_by", "request_uri"))
                .isPresent();
    }

    @Test
    void what_could_not_be_written_is_a_bad_value() {
        assertThat(problem("auth", "password", "a\nb")).contains("contains a line break");
        assertThat(problem("auth", "password", " a")).isPresent();
        assertThat(problem("endpoint", "@rev", "a")).isEmpty();
        assertThat(problem("endpoint", "@rev", "a\nb")).contains("contains a line break");
    }

    @Test
    void an_unknown_codec_is_answered_with_the_right_one() {
        assertThat(problem("endpoint", "allow", "ulaw,alw"))
                .hasValueSatisfying(message -> assertThat(message).endsWith("; did you mean 'alaw'?"));
    }

    private static Optional<String> problem(String type, String option, String value) {
        return problem(AsteriskVersion.V22, type, option, value);
    }

    private static Optional<String> problem(AsteriskVersion version, String type, String option, String value) {
        PjsipSchema schema = PjsipSchema.of(version);
        return schema.checkOption(schema.type(type).orElseThrow(), new Option(option, value))
                .map(PjsipSchema.OptionProblem::message);
    }
}
