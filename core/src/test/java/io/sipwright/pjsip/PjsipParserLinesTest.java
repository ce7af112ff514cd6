package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes to lines: ends, lengths, NUL, byte order mark, encodings. */
class PjsipParserLinesTest {

    private static final String BOM = "\u00ef\u00bb\u00bf";

    @Test
    void crlf_is_a_line_end() {
        assertThat(Parsing.listing("[x]\r\na=1\r\n\r\n; c\r\nb=2")).containsExactly("[x]", "a=1", "b=2");
    }

    @Test
    void cr_alone_is_no_line_end() {
        assertThat(Parsing.listing("[x]\na=1\rb=2\r\rc\r\n")).containsExactly("[x]", "a=1\rb=2\r\rc");
        assertThat(Parsing.listing("[x]\ra=1\r")).containsExactly("[x]");
    }

    @Test
    void a_byte_order_mark_is_skipped_at_the_start_only() {
        assertThat(Parsing.parseBytes(BOM + "[x]\na=1\n").warnings()).isEmpty();
        assertThat(Parsing.listing(Parsing.parseBytes(BOM + "[x]\na=1\n"))).containsExactly("[x]", "a=1");
        assertThatThrownBy(() -> Parsing.parseBytes("\n" + BOM + "[x]\n")).isInstanceOf(PjsipSyntaxException.class);
    }

    @Test
    void a_byte_order_mark_inside_of_an_over_long_first_line_is_not_skipped() {
        assertThatThrownBy(() -> Parsing.parseBytes("\0" + "x".repeat(8190) + BOM + "[evil]\n"))
                .isInstanceOf(PjsipSyntaxException.class);
    }

    @Test
    void nul_ends_a_line_with_a_warning() {
        ParsedPjsip parsed = Parsing.parse("[x]\na=1\0b=2\nc=3\n");

        assertThat(Parsing.listing(parsed)).containsExactly("[x]", "a=1", "c=3");
        assertThat(parsed.warnings()).extracting(ParseWarning::location).containsExactly(new Location("pjsip.conf", 2));
    }

    @Test
    void the_tail_of_an_over_long_line_with_nul_is_a_line_of_its_own() {
        ParsedPjsip parsed = Parsing.parse("[x]\na=1\0" + "x".repeat(8187) + "[evil]\nb=2\n");

        assertThat(Parsing.listing(parsed)).containsExactly("[x]", "a=1", "[evil]", "b=2");
        assertThat(parsed.warnings()).isNotEmpty();
        assertThat(parsed.locations()).hasToString("[pjsip.conf:1, pjsip.conf:2]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "", "\nb=2\n"})
    void a_line_of_8190_bytes_is_read(String end) {
        String line = "a=" + "v".repeat(8188);

        assertThat(Parsing.options(line + end)).startsWith(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "", "\nb=2\n", "x\n", "xx", "\r\n"})
    void a_line_of_8191_bytes_or_more_is_skipped_with_a_warning(String end) {
        ParsedPjsip parsed = Parsing.parse("[x]\na=" + "v".repeat(8189) + end);

        assertThat(parsed.document().sections().get(0).all("a")).isEmpty();
        assertThat(parsed.document().sections().get(0).all("b")).hasSize(end.contains("b") ? 1 : 0);
        assertThat(parsed.warnings()).extracting(ParseWarning::location).containsExactly(new Location("pjsip.conf", 2));
    }

    @Test
    void the_cr_of_crlf_counts() {
        assertThat(Parsing.options("a=" + "v".repeat(8187) + "\r\n")).hasSize(1);
        assertThat(Parsing.parse("[x]\na=" + "v".repeat(8188) + "\r\n").warnings())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {8191, 8192, 16381, 16382, 16383, 24573, 100_000})
    void what_follows_a_skipped_line_is_read_and_counted(int bytes) {
        ParsedPjsip parsed = Parsing.parse("[x]\n" + "v".repeat(bytes) + "\n[y]\nb=2\n");

        assertThat(Parsing.listing(parsed)).containsExactly("[x]", "[y]", "b=2");
        assertThat(parsed.locations()).hasToString("[pjsip.conf:1, pjsip.conf:3]");
    }

    @Test
    void length_is_counted_in_bytes() {
        assertThat(Parsing.options("a=" + "é".repeat(4094) + "\n")).containsExactly("a=" + "é".repeat(4094));
        assertThat(Parsing.parse("[x]\na=" + "é".repeat(4094) + "x\n").warnings())
                .hasSize(1);
    }

    @Test
    void what_is_not_utf_8_is_kept_with_a_warning() {
        ParsedPjsip parsed = Parsing.parseBytes("[x]\na=\u00e9\n");

        assertThat(Parsing.listing(parsed)).containsExactly("[x]", "a=é");
        assertThat(parsed.warnings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n\r\n", "   ", "; c", BOM})
    void a_file_without_statements_has_no_sections(String text) {
        assertThat(Parsing.parseBytes(text).document().sections()).isEqualTo(List.of());
    }
}
