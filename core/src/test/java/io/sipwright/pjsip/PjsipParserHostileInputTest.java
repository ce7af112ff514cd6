package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A megabyte of whatever ends soon, with an answer or an error. */
class PjsipParserHostileInputTest {

    private static final int SIZE = 1 << 20;
    private static final Duration SOON = Duration.ofSeconds(5);

    static Stream<Named<String>> inputs() {
        return Stream.of(
                Named.of("brackets", fill("[")),
                Named.of("sections", fill("[]\n")),
                Named.of("block starts", fill(";--")),
                Named.of("block starts in lines", fill(";--\n")),
                Named.of("block ends", fill("--;")),
                Named.of("blocks in lines", fill(";----;\n")),
                Named.of("blocks in long lines", fill("a;-- --;".repeat(1000) + "\n")),
                Named.of("semicolons", fill(";\n")),
                Named.of("escapes", fill("\\;")),
                Named.of("escapes in long lines", "[x]\na=1\n" + fill("\\;".repeat(4000) + "\n")),
                Named.of("appends to one option", "[x]\n" + fill("a+=b\n")),
                Named.of("appends to a far option", "[x]\na=1\n" + fill(SIZE / 2, "b=\n") + fill(SIZE / 2, "a+=\n")),
                Named.of(
                        "appends to a far section",
                        fill(SIZE / 2, "[a]\n") + "[a]\nt=1\n" + fill(SIZE / 2, "[a](+t=1)\n")),
                Named.of(
                        "appends to a long section",
                        "[a]\n" + fill(SIZE / 2, "b=\n") + "t=1\n" + fill(SIZE / 2, "[a](+t=1)\n")),
                Named.of("templates", "[t](!)\n" + fill("[a](" + "t,".repeat(4000) + "t)\n")),
                Named.of("templates without a name", "[a]\n" + fill("[a]()\n")),
                Named.of("appending without a name", "[]\n" + fill("[](+)\n")),
                Named.of("options", "[x]\n" + fill("a=\n")),
                Named.of("blanks", fill(" ")),
                Named.of("line feeds", fill("\n")),
                Named.of("carriage returns", fill("\r")),
                Named.of("NUL", fill("\0")),
                Named.of("NUL lines", fill("\0\n")),
                Named.of("one line", "[x]\na=" + fill("v")));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void ends_soon(String text) {
        assertTimeoutPreemptively(SOON, () -> {
            try {
                Parsing.parse(text);
            } catch (PjsipSyntaxException expected) {
                // an answer, too
            }
        });
    }

    @Test
    void inheritance_that_doubles_is_stopped() {
        String text = "[t0](!)\na=1\n"
                + IntStream.rangeClosed(1, 60)
                        .mapToObj(i -> "[t" + i + "](!,t" + (i - 1) + ",t" + (i - 1) + ")\n")
                        .collect(Collectors.joining());

        assertTimeoutPreemptively(
                SOON,
                () -> assertThatThrownBy(() -> Parsing.parse(text))
                        .isInstanceOf(PjsipSyntaxException.class)
                        .hasMessageMatching("pjsip.conf:\\d\\d: expected .*"));
    }

    @Test
    void a_section_that_appends_itself_is_stopped() {
        String text = "[a]\nb=1\n" + "[a](+,a)\n".repeat(60);

        assertTimeoutPreemptively(
                SOON, () -> assertThatThrownBy(() -> Parsing.parse(text)).isInstanceOf(PjsipSyntaxException.class));
    }

    private static String fill(String part) {
        return fill(SIZE, part);
    }

    private static String fill(int size, String part) {
        return part.repeat(size / part.length());
    }
}
