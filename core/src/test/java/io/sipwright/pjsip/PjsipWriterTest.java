package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layout of the text. */
class PjsipWriterTest {

    private static final Section ALICE = Section.of("alice", "aor", List.of(new Option("max_contacts", "2")));

    @Test
    void a_blank_line_stands_between_sections() {
        assertThat(write(ALICE, ALICE)).isEqualTo("""
                [alice]
                type=aor
                max_contacts=2

                [alice]
                type=aor
                max_contacts=2
                """);
    }

    @Test
    void block_markers_embrace_their_sections() {
        assertThat(write(
                        Comment.blockStart("USER: a"),
                        ALICE,
                        Comment.blockEnd("USER: a"),
                        Comment.blockStart("USER: b")))
                .isEqualTo("""
                        ; === USER: a ===
                        [alice]
                        type=aor
                        max_contacts=2

                        ; === END USER: a ===

                        ; === USER: b ===
                        """);
    }

    @Test
    void comments_stand_above_what_they_explain() {
        Section section = new Section("x", List.of(new Comment("why"), new Option("type", "aor")));

        assertThat(write(new Comment("two"), new Comment(""), section)).isEqualTo("; two\n;\n[x]\n; why\ntype=aor\n");
    }

    @Test
    void an_empty_document_is_an_empty_text() {
        assertThat(write()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "v|a=v",
                "``|a=",
                ">v|a= >v",
                "=>v|a==>v",
                "a;b|a=a\\;b",
                ";>|a=\\;>",
                ">;|a= >\\;",
                "a\\;b|a=a\\\\;b",
                "\\|a=\\",
                "\"q\"|a=\"q\"",
                "#include x|a=#include x",
                "[x](+)|a=[x](+)",
                "a=b|a=a=b",
                "é😀|a=é😀",
                "--;--|a=--\\;--",
            })
    void only_semicolons_are_escaped(String value, String line) {
        assertThat(write(new Section("x", List.of(new Option("a", value))))).isEqualTo("[x]\n" + line + "\n");
    }

    @Test
    void a_semicolon_in_a_section_name_is_escaped() {
        assertThat(write(new Section("a;--b", List.of()))).isEqualTo("[a\\;--b]\n");
    }

    private static String write(PjsipElement... elements) {
        return PjsipWriter.toString(PjsipDocument.of(elements));
    }
}
