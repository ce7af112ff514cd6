package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as {@code match} may have them. */
class InboundSourceTest {

    private static InboundSource source(String text) {
        return InboundSource.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,192.0.2.1/32",
        "192.0.2.0/24,192.0.2.0/24",
        "192.0.2.0/255.255.255.0,192.0.2.0/24",
        "0.0.0.0/0.0.0.0,0.0.0.0/0",
        "192.0.2.1/255.255.255.255,192.0.2.1/32",
        "192.0.2.0/255.0.255.0,192.0.2.0/8",
        "192.0.2.1:5060,192.0.2.1:5060",
        "192.0.2.1:0,192.0.2.1/32",
        "2001:db8::/48,2001:db8:0:0:0:0:0:0/48",
        "::ffff:192.0.2.1,192.0.2.1/32",
        "::ffff:192.0.2.0/24,192.0.2.0/24"
    })
    void is_read(String text, String expected) {
        assertThat(source(text)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sip.example.com",
                "192.0.2.1/33",
                "192.0.2.1/255.255.255.256",
                "192.0.2.1/24:5060",
                "192.0.2.1:",
                "192.0.2.1:123456",
                "::ffff:192.0.2.0/120",
                "2001:db8::1/255.255.255.0",
                "[2001:db8::1]:5060"
            })
    void is_none(String text) {
        assertThat(InboundSource.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,192.0.2.1,true",
        "192.0.2.1:5060,192.0.2.1,true",
        "192.0.2.1:5060,192.0.2.0/24,true",
        "192.0.2.1:5060,192.0.2.1:5060,true",
        "192.0.2.1:5060,192.0.2.1:5061,false",
        "192.0.2.1:5060,192.0.2.2:5060,false",
        "192.0.2.0/255.255.255.0,192.0.2.7,true",
        "192.0.2.0/24,::ffff:192.0.2.7,true",
        "::192.0.2.1,192.0.2.1,false",
        "2001:db8::/48,2001:db8:0:ffff::/64,true"
    })
    void overlap(String one, String other, boolean expected) {
        assertThat(source(one).overlaps(source(other))).isEqualTo(expected);
        assertThat(source(other).overlaps(source(one))).isEqualTo(expected);
    }
}
