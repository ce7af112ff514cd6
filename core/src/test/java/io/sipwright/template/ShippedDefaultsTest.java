package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.OptionType;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.SectionType;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is rendered says something: no option that is a default of Asterisk already, none that it would refuse. */
class ShippedDefaultsTest {

    private static List<Section> everything(AsteriskVersion version) {
        List<Section> sections = new ArrayList<>();
        Stream.concat(
                        Samples.providers()
                                .flatMap(provider -> Stream.concat(
                                                Stream.of(Samples.trunk(provider.id())),
                                                Samples.everyMode(provider).stream())
                                        .flatMap(trunk -> provider.fill(trunk, version).stream())),
                        Samples.userTemplates()
                                .flatMap(template -> template.fill(Samples.user(template.id()), version).stream()))
                .map(FilledSection::section)
                .forEach(sections::add);
        return sections;
    }

    private static TreeSet<String> defaults(AsteriskVersion version) {
        PjsipSchema schema = PjsipSchema.of(version);
        TreeSet<String> rendered = new TreeSet<>();
        for (Section section : everything(version)) {
            SectionType type = schema.type(section.type().orElseThrow()).orElseThrow();
            for (Option option : section.options()) {
                String usual =
                        type.option(option.name()).map(OptionType::defaultValue).orElse("");
                if (!usual.isEmpty() && usual.equals(option.value())) {
                    rendered.add(type.name() + "." + option.name() + "=" + option.value());
                }
            }
        }
        return rendered;
    }

    @Test
    void nothing_is_a_default_already_on_asterisk_22() {
        assertThat(defaults(AsteriskVersion.V22)).isEmpty();
    }

    /** Named all the same, so that both versions say which digest they use. */
    @Test
    void one_option_is_a_default_already_on_asterisk_16() {
        assertThat(defaults(AsteriskVersion.V16)).containsExactly("auth.auth_type=userpass");
    }

    @ParameterizedTest
    @EnumSource
    void asterisk_would_load_all_of_it(AsteriskVersion version) {
        PjsipSchema schema = PjsipSchema.of(version);

        assertThat(everything(version))
                .isNotEmpty()
                .allSatisfy(section ->
                        assertThat(schema.check(PjsipDocument.of(section))).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void every_section_begins_with_its_type(AsteriskVersion version) {
        assertThat(everything(version))
                .allSatisfy(
                        section -> assertThat(section.options().get(0).name()).isEqualTo(Section.TYPE));
    }
}
