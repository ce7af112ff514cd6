package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the writer refuses, why, and that it then writes nothing of it. */
class PjsipWriterRefusalTest {

    private static final PjsipElement GOOD = new Comment("good");

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("a\nb", Refusal.LINE_BREAK),
                Arguments.of("\r", Refusal.LINE_BREAK),
                Arguments.of("é\n#exec x", Refusal.LINE_BREAK),
                Arguments.of("a\0b", Refusal.CONTROL_CHARACTER),
                Arguments.of("\tb", Refusal.CONTROL_CHARACTER),
                Arguments.of("a\u007f", Refusal.CONTROL_CHARACTER),
                Arguments.of(" a", Refusal.OUTER_BLANK),
                Arguments.of("é ", Refusal.OUTER_BLANK),
                Arguments.of(" ", Refusal.OUTER_BLANK),
                Arguments.of("\ud83d", Refusal.NOT_UNICODE),
                Arguments.of("a\ude00b", Refusal.NOT_UNICODE),
                Arguments.of("\ude00\ud83d", Refusal.NOT_UNICODE));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void no_text_may_be_misread(String text, Refusal refusal) {
        assertThat(refused(option("password", text)).refusal()).isEqualTo(refusal);
        assertThat(refused(new Section(text, List.of())).refusal()).isEqualTo(refusal);
        assertThat(refused(new Comment(text)).refusal()).isEqualTo(refusal);
        assertThat(refused(new Section("x", List.of(new Comment(text), new Option("a", "b"))))
                        .refusal())
                .isEqualTo(refusal);
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of(new Section("", List.of()), Refusal.EMPTY_NAME),
                Arguments.of(new Section("a]b", List.of()), Refusal.CLOSING_BRACKET),
                Arguments.of(new Section("x".repeat(80), List.of()), Refusal.NAME_TOO_LONG),
                Arguments.of(new Section("é".repeat(40), List.of()), Refusal.NAME_TOO_LONG),
                Arguments.of(option("", "v"), Refusal.BAD_OPTION_NAME),
                Arguments.of(option("@", "v"), Refusal.BAD_OPTION_NAME),
                Arguments.of(option("a b", "v"), Refusal.BAD_OPTION_NAME),
                Arguments.of(option("#include", "v"), Refusal.BAD_OPTION_NAME),
                Arguments.of(option("a+", "v"), Refusal.BAD_OPTION_NAME),
                Arguments.of(option("é", "v"), Refusal.BAD_OPTION_NAME),
                Arguments.of(option("x".repeat(80), "v"), Refusal.BAD_OPTION_NAME),
                Arguments.of(option("a", "x".repeat(8189)), Refusal.LINE_TOO_LONG),
                Arguments.of(option("a", ";".repeat(4095)), Refusal.LINE_TOO_LONG),
                Arguments.of(option("a", "é".repeat(4095)), Refusal.LINE_TOO_LONG),
                Arguments.of(new Comment("x".repeat(8189)), Refusal.LINE_TOO_LONG));
    }

    @ParameterizedTest
    @MethodSource("names")
    void names_and_lengths_are_bounded(PjsipElement element, Refusal refusal) {
        assertThat(refused(element).refusal()).isEqualTo(refusal);
    }

    @ParameterizedTest
    @MethodSource("longest")
    void the_longest_that_fits_is_written_and_read(PjsipElement element) {
        PjsipDocument document = PjsipDocument.of(element);

        assertThat(Parsing.parse(PjsipWriter.toString(document)).document()).isEqualTo(document);
    }

    static Stream<PjsipElement> longest() {
        return Stream.of(
                option("a", "x".repeat(8188)),
                option("a", ">" + "x".repeat(8186)),
                option("ab", ";".repeat(4093) + "x"),
                new Comment("x".repeat(8188)),
                new Section("é".repeat(39) + "x", List.of()));
    }

    @Test
    void a_refusal_names_the_place_and_never_the_value() {
        assertThat(refused(option("password", "canary\n"))).hasMessage("[x] password contains a line break");
        assertThat(refused(new Section("canary\n", List.of()))).hasMessage("section name contains a line break");
        assertThat(refused(option("canary\n", "v")).place()).isEqualTo("[x] option name");
        assertThat(refused(new Comment("canary\n")).place()).isEqualTo("comment");
    }

    private static Section option(String name, String value) {
        return new Section("x", List.of(new Option(name, value)));
    }

    private static UnwritableException refused(PjsipElement element) {
        var bytes = new ByteArrayOutputStream();
        UnwritableException refused;
        try (var writer = PjsipWriter.to(bytes)) {
            writer.write(GOOD);
            refused = catchThrowableOfType(UnwritableException.class, () -> writer.write(element));
            writer.write(GOOD);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("; good\n; good\n");
        assertThat(refused).isNotNull();
        return refused;
    }
}
