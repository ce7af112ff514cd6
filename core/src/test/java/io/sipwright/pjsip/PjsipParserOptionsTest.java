package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code name = value}, {@code =>} and {@code +=}. */
class PjsipParserOptionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a=b|a=b",
                "\t a \t=\t b \t|a=b",
                "a=>b|a=b",
                "a => b|a=b",
                "a= >b|a=>b",
                "a= =>b|a==>b",
                "a==b|a==b",
                "a=>>b|a=>b",
                "a=|a=",
                "a=>|a=",
                "AccountCode=B|AccountCode=B",
                "a=\"b\"|a=\"b\"",
                "a=#b|a=#b",
                "a=[b](+)|a=[b](+)",
                "a=${b}%|a=${b}%",
                "a b=c|a b=c",
                "\\a=b|a=b",
                "\\#foo=b|#foo=b",
                "\\[foo=b|[foo=b",
                "\\=foo=b|=foo=b",
                "\\+=foo|+=foo",
                "\\\\a=b|\\a=b",
                "a+=b|a=b",
                "a+=>b|a=>b",
                "a+ =b|a+=b",
            })
    void a_line_is_a_name_and_a_value(String line, String option) {
        assertThat(Parsing.options(line + "\n")).containsExactly(option);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a=A|a+=B|a=AB",
                "a=A|a += B|a=A B",
                "a=A|a += B \t|a=A B",
                "a=|a += B|a=B",
                "a=A|a+=|a=A",
                "a=A|a+=>B|a=A>B",
                "a=A|a+=;c|a=A",
                "a=A|\\a+=B|a=AB",
            })
    void plus_appends_text_without_a_separator(String first, String second, String option) {
        assertThat(Parsing.options(first + "\n" + second + "\n")).containsExactly(option);
    }

    @Test
    void plus_appends_to_the_last_option_of_exactly_that_name() {
        assertThat(Parsing.options("a=1\na=2\nb=3\na+=4\nA+=5\n")).containsExactly("a=1", "a=24", "b=3", "A=5");
    }

    /** Asterisk looks the option up again by name and old value, then without regard to case. */
    @Test
    void plus_replaces_the_first_option_of_like_name_and_value() {
        assertThat(Parsing.options("a=x\nA=X\na+=y\n")).containsExactly("a=xy", "A=X");
        assertThat(Parsing.options("A=X\na=x\na+=y\n")).containsExactly("a=xy", "a=x");
        assertThat(Parsing.options("a=1\na=2\na=1\na+=y\n")).containsExactly("a=1y", "a=2", "a=1");
        assertThat(Parsing.options("a=1\nA=q\na=\na+=y\n")).containsExactly("a=y", "A=q", "a=");
    }

    @Test
    void plus_appends_to_what_was_inherited() {
        assertThat(Parsing.listing("[t](!)\na=A\n[x](t)\na+=B\n[y](t)\n")).containsExactly("[x]", "a=AB", "[y]", "a=A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"foo", "=foo", "+=foo", " = ", "#foo", "# include x", "#foo=bar", "#include", "#tryinclude "})
    void a_line_that_asterisk_ignores_is_a_warning(String line) {
        ParsedPjsip parsed = Parsing.parse("[x]\n" + line + "\na=b\n");

        assertThat(Parsing.listing(parsed)).containsExactly("[x]", "a=b");
        assertThat(parsed.warnings()).extracting(ParseWarning::location).containsExactly(new Location("pjsip.conf", 2));
    }

    @Test
    void a_warning_never_shows_a_value() {
        assertThat(Parsing.parse("[x]\ncanary\n#canary\n=canary\n[y]canary\n").warnings())
                .hasSize(4)
                .allSatisfy(warning -> assertThat(warning.toString()).doesNotContain("canary"));
    }
}
