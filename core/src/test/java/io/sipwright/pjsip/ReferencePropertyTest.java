package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The parser against a second implementation that follows Asterisk's C code as closely as Java can. */
class ReferencePropertyTest {

    @Property(tries = 50_000)
    void comments_are_taken_out_as_asterisk_does(@ForAll("commentSoup") List<String> lines) {
        var scanner = new CommentScanner();
        var reference = new CommentReference();
        for (int i = 0; i < lines.size(); i++) {
            String code = scanner.code(lines.get(i), i + 1);
            String expected = reference.statement(lines.get(i));

            assertThat(code == null ? "" : Blanks.strip(code))
                    .as("statement of line %s of %s", i + 1, lines)
                    .isEqualTo(expected);
            assertThat(scanner.openBlock() != 0)
                    .as("open after line %s of %s", i + 1, lines)
                    .isEqualTo(reference.inComment());
        }
    }

    @Property(tries = 50_000)
    void files_are_read_as_asterisk_does(@ForAll("files") List<String> lines) {
        String text = String.join("\n", lines);
        List<String> expected = FileReference.read(lines);
        if (expected == null) {
            assertThatThrownBy(() -> Parsing.parse(text)).isInstanceOf(PjsipSyntaxException.class);
        } else {
            assertThat(Parsing.listing(text)).isEqualTo(expected);
        }
    }

    @Provide
    Arbitrary<List<String>> commentSoup() {
        return PjsipArbitraries.commentSoupLines().list().ofMaxSize(5).withoutEdgeCases();
    }

    @Provide
    Arbitrary<List<String>> files() {
        return PjsipArbitraries.grammarLines()
                .list()
                .ofMaxSize(10)
                .map(lines -> Stream.concat(Stream.of("[t](!)", "[a]", "type=x"), lines.stream())
                        .toList())
                .withoutEdgeCases();
    }
}
