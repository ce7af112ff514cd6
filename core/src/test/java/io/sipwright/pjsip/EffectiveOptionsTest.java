package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sections say, whatever the words. */
class EffectiveOptionsTest {

    private static EffectiveOptions of(String type, String lines) {
        return of(type, lines, AsteriskVersion.V22);
    }

    private static EffectiveOptions of(String type, String lines, AsteriskVersion version) {
        Section section = PjsipParser.create()
                .parse("test", "[a]\ntype=" + type + "\n" + lines.replace(';', '\n'))
                .document()
                .sections()
                .get(0);
        return EffectiveOptions.of(section, version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "allow=ulaw,alaw                       # ulaw,alaw",
                "allow=!all,ulaw                       # ulaw",
                "disallow=all;allow=ulaw;allow=alaw    # ulaw,alaw",
                "allow=ulaw;disallow=all;allow=alaw    # alaw",
                "allow=ulaw,alaw,ulaw                  # ulaw,alaw",
                "allow=ulaw|ALAW , g722                # ulaw,alaw,g722",
                "allow=ulaw,alaw,!ulaw                 # alaw",
                "allow=ulaw,alaw;disallow=!ulaw        # ulaw,alaw",
                "allow=ulaw:20,ulaw:40,alaw;disallow=ulaw # alaw",
                "allow=ulaw:20,ulaw:40;disallow=ulaw:20 # ulaw:40",
                "allow=ulaw:20;disallow=ulaw;allow=ulaw:20 # ulaw:20",
                "allow=all                             # all",
                "allow=ulaw;allow=all                  # all",
                "allow=all;disallow=ulaw               # all,!ulaw",
                "allow=all;disallow=ulaw;disallow=ulaw # all,!ulaw",
                "allow=all;disallow=ulaw;allow=ulaw    # all,ulaw",
                "allow=all;disallow=all;allow=opus     # opus",
                "allow=,,ulaw,                         # ulaw",
            })
    void codecs(String lines, String expected) {
        assertThat(of("endpoint", lines).get("allow")).containsExactly(expected);
    }

    @Test
    void no_codecs_are_the_default() {
        assertThat(of("endpoint", "disallow=all").values()).isEmpty();
        assertThat(of("endpoint", "allow=ulaw;disallow=ulaw").values()).isEmpty();
    }

    @Test
    void very_many_codecs_take_no_longer_each() {
        String many = IntStream.range(0, 200_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        Section section = Section.of("a", "endpoint", List.of(new Option("allow", many), new Option("disallow", many)));

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(EffectiveOptions.of(section, AsteriskVersion.V22)
                                .values())
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "direct_media=no        # direct_media # no",
                "direct_media=OFF       # direct_media # no",
                "direct_media=f         # direct_media # no",
                "Direct_Media=0         # direct_media # no",
                "direct_media=perhaps   # direct_media # perhaps",
                "rtp_timeout=30         # rtp_timeout  # 30",
                "rtp_timeout=030        # rtp_timeout  # 030",
                "rtp_timeout=x          # rtp_timeout  # x",
                "dtmf_mode=INBAND       # dtmf_mode    # inband",
                "callerid=Anna <1>      # callerid     # \"Anna\" <1>",
                "callerid=\"Anna\"<1>   # callerid     # \"Anna\" <1>",
                "callerid=<1>           # callerid     # <1>",
                "callerid=\"\" <1>      # callerid     # <1>",
                "callerid=Anna          # callerid     # Anna",
                "callerid=a <b> <1>     # callerid     # a <b> <1>",
                "callerid=\"a\\\"b\" <1> # callerid    # \"a\\\"b\" <1>",
                "mailboxes=1@a , 2@b,   # mailboxes    # 1@a,2@b",
                "unheard_OF=x           # unheard_of   # x",
            })
    void one_normal_form(String lines, String option, String expected) {
        assertThat(of("endpoint", lines).get(option)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "direct_media=yes",
        "direct_media=1",
        "rtp_timeout=0",
        "dtmf_mode=rfc4733",
        "language=",
        "mailboxes=;@mark=x",
        "direct_media=no;direct_media=yes",
        "type=aor"
    })
    void the_default_is_left_out(String lines) {
        assertThat(of("endpoint", lines).values()).isEmpty();
    }

    @Test
    void the_last_line_counts_unless_lines_add_up() {
        assertThat(of("endpoint", "language=de;language=fr;set_var=A=1;set_var=B=2")
                        .values())
                .isEqualTo(Map.of("language", List.of("fr"), "set_var", List.of("A=1", "B=2")));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "192.0.2.1/32, 192.0.2.1",
        "192.0.2.1/255.255.255.255, 192.0.2.1",
        "192.0.2.0/255.255.255.0, 192.0.2.0/24",
        "192.0.2.0/24, 192.0.2.0/24",
        "2001:DB8::1/128, 2001:db8::1",
        "2001:DB8::/48, 2001:db8::/48",
        "Sip.Example.com, Sip.Example.com",
        "192.0.2.1:5060, 192.0.2.1:5060",
    })
    void networks(String text, String expected) {
        assertThat(of("identify", "match=" + text).get("match")).containsExactly(expected);
    }

    @Test
    void a_mask_with_gaps_is_no_prefix() {
        assertThat(of("identify", "match=192.0.2.0/255.0.255.0")).isNotEqualTo(of("identify", "match=192.0.2.0/16"));
    }

    @Test
    void several_networks_in_a_line_or_in_lines() {
        assertThat(of("identify", "match=192.0.2.1,192.0.2.2"))
                .isEqualTo(of("identify", "match=192.0.2.1;match=192.0.2.2"))
                .hasSameHashCodeAs(of("identify", "match=192.0.2.1;match=192.0.2.2"))
                .isNotEqualTo(of("identify", "match=192.0.2.2"));
    }

    @Test
    void the_newer_words_of_a_login() {
        String md5 = "auth_type=md5;md5_cred=0123456789ABCDEF0123456789abcdef";
        String digest = "auth_type=digest;password_digest=MD5:0123456789abcdef0123456789abcdef";

        assertThat(of("auth", md5)).isEqualTo(of("auth", digest));
        assertThat(of("auth", md5, AsteriskVersion.V16)).isNotEqualTo(of("auth", digest, AsteriskVersion.V16));
        assertThat(of("auth", "auth_type=userpass;password=x")).isEqualTo(of("auth", "password=x"));
        assertThat(of("auth", "auth_type=google_oauth").get("auth_type")).containsExactly("google_oauth");
    }

    @Test
    void no_value_is_shown() {
        assertThat(of("auth", "password=Canary;username=a").toString()).isEqualTo("[password, username]");
    }

    @Test
    void blanks_take_no_longer_each() {
        String blanks = "a" + " ".repeat(1_000_000) + "b";

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(EffectiveOptions.of(
                                        Section.of("a", "endpoint", List.of(new Option("callerid", blanks))),
                                        AsteriskVersion.V22)
                                .get("callerid"))
                        .containsExactly(blanks));
    }
}
