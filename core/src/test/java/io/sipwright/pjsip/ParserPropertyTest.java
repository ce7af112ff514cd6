package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of reading. */
class ParserPropertyTest {

    @Property(tries = 10_000)
    void random_grammar_is_read_or_refused_with_a_place(@ForAll("lines") List<String> lines) {
        readOrRefused(String.join("\n", lines));
    }

    @Property(tries = 10_000)
    void random_bytes_are_read_or_refused_with_a_place(@ForAll("bytes") String bytes) {
        readOrRefused(bytes);
    }

    @Property
    void line_ends_of_either_kind_read_alike(@ForAll("documents") PjsipDocument document) {
        String text = PjsipWriter.toString(document);

        assertThat(Parsing.parse(text.replace("\n", "\r\n")).document()).isEqualTo(document);
    }

    @Property
    void indentation_means_nothing(@ForAll("documents") PjsipDocument document) {
        String text = PjsipWriter.toString(document);

        assertThat(Parsing.listing(text.replaceAll("(?dm)^(.+)$", "\t  $1 \t"))).isEqualTo(Parsing.listing(text));
    }

    @Property
    void both_operators_and_any_blanks_read_alike(@ForAll("values") String value) {
        String line = PjsipWriter.toString(PjsipDocument.of(new Section("x", List.of(new Option("a", value)))));
        String escaped = value.replace(";", "\\;");

        for (String operator : List.of("= ", " = ", "=> ", " =>", "\t=\t")) {
            assertThat(Parsing.listing("[x]\na" + operator + escaped + "\n"))
                    .as(operator)
                    .isEqualTo(Parsing.listing(line));
        }
    }

    @Property
    void more_comments_and_blank_lines_change_no_section(
            @ForAll("documents") PjsipDocument document, @ForAll("additions") List<String> additions) {
        List<String> lines = new ArrayList<>();
        for (String line : PjsipWriter.toString(document).split("\n", -1)) {
            lines.addAll(additions);
            lines.add(line);
        }

        assertThat(Parsing.listing(String.join("\n", lines))).isEqualTo(Parsing.listing(document.sections()));
    }

    private static void readOrRefused(String bytes) {
        try {
            Parsing.parseBytes(bytes);
        } catch (PjsipSyntaxException e) {
            assertThat(e.location().file()).isEqualTo(Parsing.FILE);
            assertThat(e.location().line()).isPositive();
            assertThat(e).hasMessageStartingWith(e.location() + ": expected ");
        }
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.oneOf(
                        PjsipArbitraries.grammarLines(),
                        PjsipArbitraries.commentSoupLines(),
                        PjsipArbitraries.values().map(value -> value.replaceAll("[^\\x00-\\xff]", "")))
                .list()
                .ofMaxSize(8)
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<String> bytes() {
        return Arbitraries.strings()
                .withCharRange('\0', '\u00ff')
                .withChars("\n\n[]=;-\\")
                .ofMaxLength(60);
    }

    @Provide
    Arbitrary<List<String>> additions() {
        return Arbitraries.of("", "  ", "; x", ";", ";-- x --;", ";--\n[y]\nz=1\n--;", ";---- x", "\t;[y](")
                .list()
                .ofMaxSize(2);
    }

    @Provide
    Arbitrary<PjsipDocument> documents() {
        return PjsipArbitraries.documents();
    }

    @Provide
    Arbitrary<String> values() {
        return PjsipArbitraries.values();
    }
}
