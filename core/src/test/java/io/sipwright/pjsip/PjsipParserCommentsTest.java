package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comments to the end of the line, and blocks. */
class PjsipParserCommentsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a=b ; c|b",
                "a=b;c|b",
                "a=b\\;c|b;c",
                "a=b\\\\;c|b\\;c",
                "a=b\\;c;d|b;c",
                "a=b\\;\\;|b;;",
                "a=b\\|b\\",
                "a=b\\c|b\\c",
                "a=a;-- x --;b|ab",
                "a=a ;-- x --; b|a  b",
                "a=a;-- x ;-- y --; z --;b|ab",
                "a=a;-- x --;b;-- y --;c|abc",
                "a=a;-- \\;-- --;b|ab",
                "a=a;-- --\\; --;b|ab",
                "a=a;----;b|a",
                "a=a;--- x --;b|a",
                "a=a;-x|a",
                "a=b ; c --; d|b",
                "a=b--\\;c|b--;c",
                "a=\\;-- b --\\;|;-- b --;",
                ";-- x --; a=b|b",
                "\"a;b\"=c~a=d|d",
            })
    void comments_are_taken_out(String lines, String value) {
        assertThat(Parsing.parse("[x]\n" + lines.replace('~', '\n') + "\n")
                        .document()
                        .sections()
                        .get(0)
                        .all("a"))
                .containsExactly(value);
    }

    @Test
    void a_block_hides_whole_lines_and_sections() {
        assertThat(Parsing.listing("[x]\na=1\n;-- b=2\n[y]\nc=3\n;-- deeper\n--;\nd=4\n--; e=5\nf=6\n"))
                .containsExactly("[x]", "a=1", "e=5", "f=6");
    }

    @Test
    void a_rule_of_hyphens_is_a_plain_comment() {
        assertThat(Parsing.listing(";---- x ----\n;---\n[x]\n; foo --; bar\na=1\n"))
                .containsExactly("[x]", "a=1");
    }

    @Test
    void comments_stay_where_they_stood() {
        String text = "; top\n;\n[x]\n; one\n; two\na=1\n;-- in a block --;\nb=2 ; behind\n; after\n[y]\n; end\n";

        assertThat(Parsing.parse(text).document())
                .isEqualTo(PjsipDocument.of(
                        new Comment("top"),
                        new Comment(""),
                        new Section(
                                "x",
                                List.of(
                                        new Comment("one"),
                                        new Comment("two"),
                                        new Option("a", "1"),
                                        new Comment("in a block"),
                                        new Comment("behind"),
                                        new Option("b", "2"))),
                        new Comment("after"),
                        new Section("y", List.of()),
                        new Comment("end")));
    }

    @ParameterizedTest
    @CsvSource({"'; x --;', x --;", "'; --;', --;", "'; \u3000x\u3000', \u3000x\u3000", "'; ;-- x', ;-- x"})
    void the_text_of_a_plain_comment_is_kept_as_it_is(String line, String text) {
        assertThat(Parsing.parse(line + "\n").document()).isEqualTo(PjsipDocument.of(new Comment(text)));
    }
}
