package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks and addresses. */
class NetworkTest {

    private static Network network(String text) {
        return Network.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,192.0.2.1/32",
        "192.0.2.0/24,192.0.2.0/24",
        "0.0.0.0/0,0.0.0.0/0",
        "255.255.255.255/32,255.255.255.255/32",
        "2001:db8::/48,2001:db8:0:0:0:0:0:0/48",
        "::1,0:0:0:0:0:0:0:1/128",
        "::/0,0:0:0:0:0:0:0:0/0",
        "2001:DB8::A,2001:db8:0:0:0:0:0:a/128",
        "::ffff:192.0.2.1,192.0.2.1/32",
        "::ffff:192.0.2.0/24,192.0.2.0/24",
        "::192.0.2.1,0:0:0:0:0:0:c000:201/128"
    })
    void is_read(String text, String expected) {
        assertThat(Network.parse(text)).map(Network::toString).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "192.0.2",
                "192.0.2.1.",
                "192.0.2.1.1",
                "192.0.2.1/",
                "192.0.2.1/33",
                "192.0.2.1/-1",
                "192.0.2.1/24/24",
                "192.0.2.1/255.255.255.0",
                "192.0.2.1:5060",
                " 192.0.2.1",
                "1921",
                "0x7f.0.0.1",
                "2001:db8::/129",
                "::ffff:192.0.2.0/120",
                "2001:db8::1::2",
                "2001:db8:1",
                ":",
                "[2001:db8::1]",
                "fe80::1%eth0",
                "sip.example.com",
                "localhost",
                "١٩٢.0.2.1"
            })
    void is_none(String text) {
        assertThat(Network.parse(text)).isEmpty();
    }

    /** The resolver would be asked for the first, and the C library reads the others as octal numbers. */
    @ParameterizedTest
    @ValueSource(strings = {"300.1.1.1", "010.1.1.1", "192.0.2.010", "1.2.3.08", "00.0.0.0/24"})
    void a_number_that_is_no_plain_octet_is_none(String text) {
        assertThat(Network.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,192.0.2.1,true",
        "192.0.2.1,192.0.2.2,false",
        "192.0.2.0/24,192.0.2.200/32,true",
        "192.0.2.0/24,192.0.3.0/24,false",
        "192.0.2.0/23,192.0.3.7,true",
        "192.0.2.128/25,192.0.2.127,false",
        "192.0.2.7/24,192.0.2.99/24,true",
        "0.0.0.0/0,203.0.113.9,true",
        "0.0.0.0/0,::/0,false",
        "2001:db8::/48,2001:db8:0:ffff::1,true",
        "2001:db8::/48,2001:db8:1::/48,false",
        "2001:db8::/47,2001:db8:1::/48,true",
        "::ffff:192.0.2.1,192.0.2.1,true",
        "::ffff:192.0.2.0/24,192.0.2.200,true",
        "::ffff:192.0.2.1,2001:db8::1,false",
        "::192.0.2.1,192.0.2.1,false"
    })
    void overlap(String one, String other, boolean expected) {
        assertThat(network(one).overlaps(network(other))).isEqualTo(expected);
        assertThat(network(other).overlaps(network(one))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24,false",
        "192.0.2.0/23,true",
        "192.0.2.1,false",
        "0.0.0.0/0,true",
        "2001:db8::/48,false",
        "2001:db8::/47,true",
        "2001:db8::1,false"
    })
    void is_wide(String text, boolean expected) {
        assertThat(network(text).isWide()).isEqualTo(expected);
    }
}
