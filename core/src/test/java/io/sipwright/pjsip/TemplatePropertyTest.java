package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of inheritance: options are copied in the order of the templates, the section's own come last. */
class TemplatePropertyTest {

    @Property
    void a_section_has_the_options_of_its_template_and_then_its_own(
            @ForAll("options") List<Option> template, @ForAll("options") List<Option> own) {
        String text = text("[t](!)", template) + text("[x](t)", own);

        assertThat(options(text)).isEqualTo(join(Stream.of(template, own)));
    }

    @Property
    void templates_come_in_the_order_they_are_named(
            @ForAll("options") List<Option> a, @ForAll("options") List<Option> b, @ForAll("options") List<Option> own) {
        String text = text("[a](!)", a) + text("[b](!)", b) + text("[x](a,b)", own);

        assertThat(options(text)).isEqualTo(join(Stream.of(a, b, own)));
    }

    @Property
    void templates_of_templates_come_first(
            @ForAll("options") List<Option> a, @ForAll("options") List<Option> b, @ForAll("options") List<Option> own) {
        String text = text("[a](!)", a) + text("[b](!,a)", b) + text("[x](B)", own);

        assertThat(options(text)).isEqualTo(join(Stream.of(a, b, own)));
    }

    @Property
    void appending_to_a_section_is_writing_on(
            @ForAll("options") List<Option> first, @ForAll("options") List<Option> second) {
        String text = text("[x]", first) + text("[X](+)", second);

        assertThat(options(text)).isEqualTo(join(Stream.of(first, second)));
    }

    private static List<Option> join(Stream<List<Option>> parts) {
        return parts.flatMap(List::stream).toList();
    }

    private static List<Option> options(String text) {
        List<Section> sections = Parsing.parse(text).document().sections();
        assertThat(sections).extracting(Section::name).containsExactly("x");
        return sections.get(0).options();
    }

    private static String text(String header, List<Option> options) {
        String plain = PjsipWriter.toString(PjsipDocument.of(new Section("h", List.copyOf(options))));
        return header + plain.substring("[h]".length());
    }

    @Provide
    Arbitrary<List<Option>> options() {
        return PjsipArbitraries.options().list().ofMaxSize(4);
    }
}
