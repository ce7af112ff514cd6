package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the text itself. */
class WriterPropertyTest {

    @Property(tries = 10_000)
    void the_text_is_made_of_lines_asterisk_reads(@ForAll("documents") PjsipDocument document) {
        byte[] text = PjsipWriter.toBytes(document);

        int lineBytes = 0;
        for (byte b : text) {
            assertThat(b == '\n' || b < 0 || (b >= ' ' && b != 0x7f)).isTrue();
            lineBytes = b == '\n' ? 0 : lineBytes + 1;
            assertThat(lineBytes).isLessThanOrEqualTo(PjsipText.MAX_LINE_BYTES);
        }
        assertThat(lineBytes).as("bytes after the last line feed").isZero();
        assertThat(new String(text, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Property
    void language_and_time_zone_of_the_machine_do_not_show(@ForAll("documents") PjsipDocument document) {
        byte[] text = PjsipWriter.toBytes(document);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

            assertThat(PjsipWriter.toBytes(document)).isEqualTo(text);
            assertThat(Parsing.parse(new String(text, StandardCharsets.UTF_8)).document())
                    .isEqualTo(document);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Property(tries = 10_000)
    void element_by_element_is_the_whole(@ForAll("documents") PjsipDocument document) {
        var bytes = new ByteArrayOutputStream();
        try (var writer = PjsipWriter.to(bytes)) {
            document.elements().forEach(writer::write);
        }

        assertThat(bytes.toByteArray()).isEqualTo(PjsipWriter.toBytes(document));
    }

    @Property
    void more_elements_only_add_text(
            @ForAll("documents") PjsipDocument document, @ForAll("documents") PjsipDocument more) {
        List<PjsipElement> all = new ArrayList<>(document.elements());
        all.addAll(more.elements());

        assertThat(PjsipWriter.toString(new PjsipDocument(all))).startsWith(PjsipWriter.toString(document));
    }

    @Property
    void a_refused_element_leaves_no_trace(
            @ForAll("documents") PjsipDocument document,
            @ForAll("bad") String bad,
            @ForAll("documents") PjsipDocument more) {
        var bytes = new ByteArrayOutputStream();
        try (var writer = PjsipWriter.to(bytes)) {
            document.elements().forEach(writer::write);
            Section refused = Section.of("x", "endpoint", List.of(new Option("a", "good"), new Option("b", bad)));
            assertThat(catchThrowable(() -> writer.write(refused)))
                    .isInstanceOf(UnwritableException.class)
                    .hasMessageNotContaining("good");
            more.elements().forEach(writer::write);
        }

        List<PjsipElement> all = new ArrayList<>(document.elements());
        all.addAll(more.elements());
        assertThat(bytes.toByteArray()).isEqualTo(PjsipWriter.toBytes(new PjsipDocument(all)));
    }

    @Provide
    Arbitrary<PjsipDocument> documents() {
        return PjsipArbitraries.documents();
    }

    @Provide
    Arbitrary<String> bad() {
        return Arbitraries.of("a\nb", "é\r", " a", "a ", "\u0000", "\u007f", "\ud83d", "a\tb", "x".repeat(9000));
    }
}
