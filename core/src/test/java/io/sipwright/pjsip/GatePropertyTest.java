package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The rules asked beforehand are the rules of the writer, no more and no less. */
class GatePropertyTest {

    @Property(tries = 10_000)
    void a_value_is_refused_beforehand_exactly_when_the_writer_refuses_it(@ForAll("texts") String value) {
        assertThat(PjsipText.refuseValue("name", value)).isEqualTo(refusal(new Option("name", value)));
    }

    @Property
    void a_long_value_is_refused_beforehand_exactly_when_the_writer_refuses_it(@ForAll("longTexts") String value) {
        assertThat(PjsipText.refuseValue("name", value)).isEqualTo(refusal(new Option("name", value)));
    }

    @Property
    void an_option_name_is_refused_beforehand_exactly_when_the_writer_refuses_it(@ForAll("texts") String name) {
        assertThat(PjsipText.refuseOptionName(name)).isEqualTo(refusal(new Option(name, "v")));
    }

    @Property
    void a_section_name_is_refused_beforehand_exactly_when_the_writer_refuses_it(@ForAll("texts") String name) {
        assertThat(PjsipText.refuseSectionName(name)).isEqualTo(refusal(new Section(name, List.of())));
    }

    @Property
    void a_comment_is_refused_beforehand_exactly_when_the_writer_refuses_it(@ForAll("texts") String text) {
        assertThat(PjsipText.refuseComment(text)).isEqualTo(refusal(new Comment(text)));
    }

    private static Optional<Refusal> refusal(Option option) {
        return refusal(new Section("x", List.of(option)));
    }

    private static Optional<Refusal> refusal(PjsipElement element) {
        Throwable thrown = catchThrowable(() -> PjsipWriter.toBytes(PjsipDocument.of(element)));
        return Optional.ofNullable((UnwritableException) thrown).map(UnwritableException::refusal);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> soup = Arbitraries.of(
                        "a",
                        "Z9",
                        "_",
                        "-",
                        "@",
                        ";",
                        " ",
                        "]",
                        "[",
                        "\n",
                        "\r",
                        "\t",
                        "\u0000",
                        "\u007f",
                        "\u0085",
                        "é",
                        "\ud83d",
                        "\ude00",
                        "😀",
                        ">",
                        "=",
                        "\\",
                        "x".repeat(40),
                        "é".repeat(20))
                .list()
                .ofMaxSize(5)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(soup, Arbitraries.strings().ofMaxLength(5), PjsipArbitraries.values());
    }

    /** Around the longest line, at most 8190 bytes. */
    @Provide
    Arbitrary<String> longTexts() {
        return Arbitraries.integers()
                .between(8160, 8200)
                .flatMap(bytes -> Arbitraries.of("", ">", ";", "é", "😀;", ">é")
                        .map(start -> start + "x".repeat(bytes - PjsipText.utf8Bytes(start.replace(";", "\\;")))));
    }
}
