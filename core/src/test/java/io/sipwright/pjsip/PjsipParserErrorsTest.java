package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, and where that is said to be. */
class PjsipParserErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a=1|1",
                "; c~a=1|2",
                "[x|1",
                "[x]~[y|2",
                "[x]~[a;b]|2",
                "[x](|1",
                "[x](y|1",
                "[x](y)|1",
                "[x](+)|1",
                "[x]~\\|2",
                "[x]~\\ a=1|2",
                "[x]~#include nope|2",
                "[x]~;--|2",
                "[x]~;--~;--~--;~a=1|2",
                "[x]~--;~a=1|2",
                "[x]~a=b--;c~~|2",
                "[x]~;-- y~[z]~|2",
            })
    void every_error_has_its_place(String text, int line) {
        assertThatThrownBy(() -> Parsing.parse(text.replace('~', '\n')))
                .isInstanceOfSatisfying(
                        PjsipSyntaxException.class,
                        e -> assertThat(e.location()).isEqualTo(new Location("pjsip.conf", line)))
                .hasMessageStartingWith("pjsip.conf:" + line + ": expected ");
    }

    /** Asterisk compares the first byte as a signed number: one of a character beyond ASCII is below a blank. */
    @Test
    void a_backslash_before_a_character_beyond_ascii_is_refused() {
        assertThatThrownBy(() -> Parsing.parse("[x]\n\\é=1\n")).isInstanceOf(PjsipSyntaxException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[x](t)", "[x](!)", "a=1", "[x]~a+=1", "#include f", "[x]~foo", "[x]~;--", "[x]y"})
    void reading_back_refuses_what_the_writer_never_writes(String text) {
        assertThatThrownBy(() -> Parsing.readWritten((text.replace('~', '\n') + "\n").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PjsipSyntaxException.class);
    }

    @Test
    void a_stream_that_fails_is_not_a_syntax_error() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> PjsipParser.create().parse("f", failing)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> PjsipParser.readWritten("f", failing, element -> {}))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void the_stream_is_left_open() {
        var closed = new boolean[1];
        InputStream in = new ByteArrayInputStream("[x]\n".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        PjsipParser.create().parse("f", in);

        assertThat(closed[0]).isFalse();
    }
}
