package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What was written is what Asterisk, and the parser, read. */
class RoundTripPropertyTest {

    @Property(tries = 10_000)
    void a_written_document_parses_to_itself(@ForAll("documents") PjsipDocument document) {
        ParsedPjsip parsed = Parsing.parse(PjsipWriter.toString(document));

        assertThat(parsed.document()).isEqualTo(document);
        assertThat(parsed.warnings()).isEmpty();
        assertThat(parsed.locations()).hasSameSizeAs(document.sections());
    }

    @Property(tries = 10_000)
    void reading_what_was_written_gives_the_same_elements(@ForAll("documents") PjsipDocument document) {
        assertThat(Parsing.readWritten(PjsipWriter.toBytes(document))).isEqualTo(document.elements());
    }

    @Property
    void writing_what_was_parsed_gives_the_same_text(@ForAll("documents") PjsipDocument document) {
        String text = PjsipWriter.toString(document);

        assertThat(PjsipWriter.toString(Parsing.parse(text).document())).isEqualTo(text);
    }

    @Property
    void each_location_is_the_line_of_its_header(@ForAll("documents") PjsipDocument document) {
        String text = PjsipWriter.toString(document);
        List<String> lines = List.of(text.split("\n", -1));

        assertThat(Parsing.parse(text).locations())
                .allSatisfy(
                        location -> assertThat(lines.get(location.line() - 1)).startsWith("["));
    }

    @Property
    void any_value_the_gate_lets_through_comes_back(@ForAll("anyStrings") String value) {
        if (PjsipText.refuseValue("a", value).isEmpty()) {
            Section section = Section.of("x", "endpoint", List.of(new Option("a", value)));
            byte[] text = PjsipWriter.toBytes(PjsipDocument.of(section));

            assertThat(Parsing.parse(new String(text, StandardCharsets.UTF_8))
                            .document()
                            .sections())
                    .containsExactly(section);
        }
    }

    @Property
    void any_comment_the_gate_lets_through_comes_back(@ForAll("anyStrings") String text) {
        if (PjsipText.refuseComment(text).isEmpty()) {
            PjsipDocument document = PjsipDocument.of(new Comment(text));

            assertThat(Parsing.parse(PjsipWriter.toString(document)).document()).isEqualTo(document);
        }
    }

    @Provide
    Arbitrary<PjsipDocument> documents() {
        return PjsipArbitraries.documents();
    }

    @Provide
    Arbitrary<String> anyStrings() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(8), PjsipArbitraries.values());
    }
}
