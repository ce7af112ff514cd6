package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the writer treats its stream. */
class PjsipWriterStreamTest {

    private static final Section SECTION = Section.of("x", "aor", List.of(new Option("a", "v".repeat(1000))));

    @Test
    void a_stream_that_fails_is_an_error_at_the_latest_on_close() {
        PjsipWriter writer = PjsipWriter.to(new FullDisk());
        writer.write(SECTION);

        assertThatThrownBy(writer::close)
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("disk full");
    }

    @Test
    void a_stream_that_fails_stops_a_long_text() {
        PjsipWriter writer = PjsipWriter.to(new FullDisk());

        assertThatThrownBy(() -> Collections.nCopies(1000, SECTION).forEach(writer::write))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void closing_flushes_and_leaves_the_stream_open() {
        var out = new Watched();
        PjsipWriter.to(out).close();

        assertThat(out.flushed).isTrue();
        assertThat(out.closed).isFalse();
    }

    @Test
    void a_long_text_reaches_the_stream_before_its_end() {
        var out = new Watched();
        PjsipWriter writer = PjsipWriter.to(out);
        Collections.nCopies(1000, SECTION).forEach(writer::write);

        assertThat(out.size()).isGreaterThan(900_000);
        writer.close();
        assertThat(Parsing.parse(out.toString(StandardCharsets.UTF_8))
                        .document()
                        .sections())
                .hasSize(1000)
                .containsOnly(SECTION);
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("disk full");
        }
    }

    private static final class Watched extends ByteArrayOutputStream {
        private boolean flushed;
        private boolean closed;

        @Override
        public void flush() {
            flushed = true;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
