package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers and names of sections. */
class PjsipParserSectionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[a]|a",
                "` \t[a] `|a",
                "[ a ]|` a `",
                "[a b,c@d/e&f\"(]|a b,c@d/e&f\"(",
                "[[a]|[a",
                "[a\\;b]|a;b",
                "[a\\b]|a\\b",
                "[a;-- x --;b]|ab",
                "[é😀]|é😀",
                "[a=b]|a=b",
                "[#include x]|#include x",
                "[a] ; comment|a",
            })
    void the_name_is_what_stands_between_the_brackets(String line, String name) {
        ParsedPjsip parsed = Parsing.parse(line + "\n");

        assertThat(parsed.document().sections()).extracting(Section::name).containsExactly(name);
        assertThat(parsed.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"[a]b]", "[a] b", "[a] (t)", "[a]!"})
    void text_behind_the_bracket_is_ignored_with_a_warning(String line) {
        ParsedPjsip parsed = Parsing.parse("[t](!)\nb=1\n" + line + "\n");

        assertThat(Parsing.listing(parsed)).containsExactly("[a]");
        assertThat(parsed.warnings()).hasSize(1);
    }

    @Test
    void names_that_repeat_or_differ_in_case_are_sections_of_their_own() {
        assertThat(Parsing.listing("[a]\nb=1\n[A]\nb=2\n[a]\nb=3\n"))
                .containsExactly("[a]", "b=1", "[A]", "b=2", "[a]", "b=3");
    }

    @Test
    void a_name_is_cut_at_79_bytes_with_a_warning() {
        assertThat(Parsing.parse("[" + "x".repeat(79) + "]\n").warnings()).isEmpty();

        ParsedPjsip cut = Parsing.parse("[" + "x".repeat(80) + "]\n[" + "é".repeat(40) + "]\n");

        assertThat(cut.document().sections()).extracting(Section::name).containsExactly("x".repeat(79), "é".repeat(39));
        assertThat(cut.warnings()).hasSize(2);
    }

    @Test
    void each_section_has_the_place_of_its_header() {
        ParsedPjsip parsed = Parsing.parse("; c\n[a]\nx=1\n\n[t](!)\n  [b](t)\n[a](+)\n");

        assertThat(parsed.locations()).hasToString("[pjsip.conf:2, pjsip.conf:6]");
    }
}
