package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No text put in can become anything but that text: judged by the reference, not by the parser. */
class InjectionPropertyTest {

    @Property(tries = 10_000)
    void a_value_makes_one_option_of_one_section(@ForAll("values") String value) {
        Section section = Section.of("x", "auth", List.of(new Option("a", value), new Option("b", "2")));

        assertThat(statements(section)).isEqualTo(List.of("[x]", "type=auth", "a=" + value, "b=2"));
    }

    @Property(tries = 10_000)
    void a_section_name_makes_one_section(@ForAll("sectionNames") String name) {
        Section section = Section.of(name, "auth", List.of(new Option("b", "2")));

        assertThat(statements(section)).isEqualTo(List.of("[" + name + "]", "type=auth", "b=2"));
    }

    @Property(tries = 10_000)
    void a_comment_makes_nothing(@ForAll("commentTexts") String text) {
        Section section = new Section("x", List.of(new Comment(text), new Option("a", "1")));

        assertThat(statements(new Comment(text), section, new Comment(text))).isEqualTo(List.of("[x]", "a=1"));
    }

    @Property
    void no_message_of_a_refusal_shows_the_value(@ForAll("values") String value) {
        String secret = "canary\n" + value;
        Section section = Section.of("x", "auth", List.of(new Option("password", secret)));

        assertThat(section.toString()).doesNotContain("canary");
        assertThat(catchThrowable(() -> PjsipWriter.toBytes(PjsipDocument.of(section))))
                .hasMessageNotContaining("canary")
                .hasMessageContaining("[x] password");
    }

    /** What Asterisk reads of the text; UTF-8 goes through it byte by byte. */
    private static List<String> statements(PjsipElement... elements) {
        byte[] text = PjsipWriter.toBytes(PjsipDocument.of(elements));
        String bytes = new String(text, StandardCharsets.ISO_8859_1);
        return FileReference.read(List.of(bytes.split("\n", -1))).stream()
                .map(line -> new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .toList();
    }

    @Provide
    Arbitrary<String> values() {
        return PjsipArbitraries.values();
    }

    @Provide
    Arbitrary<String> sectionNames() {
        return PjsipArbitraries.sectionNames();
    }

    @Provide
    Arbitrary<String> commentTexts() {
        return PjsipArbitraries.commentTexts();
    }
}
