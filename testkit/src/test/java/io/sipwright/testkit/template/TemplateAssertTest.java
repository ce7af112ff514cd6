package io.sipwright.testkit.template;

import static io.sipwright.pjsip.AsteriskVersion.V16;
import static io.sipwright.pjsip.AsteriskVersion.V22;
import static io.sipwright.testkit.template.SipwrightAssertions.assertThatTemplate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.template.TemplateCatalog;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Good templates pass, and each broken one fails with a message that helps. */
class TemplateAssertTest {

    static Stream<String> ids() {
        return OddTemplates.ids().stream();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void good_templates_pass(String id) {
        assertThatTemplate(OddTemplates.CATALOG, id).rendersValidPjsipFor(V16, V22);
    }

    @ParameterizedTest
    @EnumSource
    void broken_templates_fail(BrokenTemplate broken) {
        assertThatThrownBy(() -> assertThatTemplate(broken.template()).rendersValidPjsipFor(V16, V22))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(broken.said.toArray(String[]::new))
                .satisfies(error -> {
                    System.out.println(error.getMessage());
                    assertThat(error.getMessage()).doesNotContain("Vq;7w").doesNotContain("x9;V");
                });
    }

    @Test
    void a_catalogue_fails_for_each_of_its_broken_templates() {
        TemplateCatalog catalog = OddTemplates.catalog(
                BrokenTemplate.OPEN_DOOR.json.replace("\"broken\"", "\"first_one\""),
                BrokenTemplate.SECTION_TWICE.json.replace("\"broken\"", "\"second_one\""));

        assertThatThrownBy(() -> SipwrightAssertions.assertThat(catalog).rendersValidPjsipFor(V22))
                .hasMessageContainingAll("Template first_one", "Template second_one")
                .hasMessageNotContaining("telnyx");
    }

    @Test
    void a_template_that_is_not_there() {
        assertThatThrownBy(() -> assertThatTemplate(OddTemplates.CATALOG, "nobody"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void advice_fails_unless_it_is_excepted() {
        TemplateCatalog catalog =
                TemplateCatalog.builder().addJson("ours.json", """
                        {"id": "ours", "kind": "provider", "extends": "custom_ip",
                         "fields": {"inbound_sources": {"default": "10.0.0.1"}}}
                        """).build();

        assertThatTemplate(catalog, "telnyx").hasNoAdvice("provenance.old");
        assertThatTemplate(catalog, "ours").hasNoAdvice("inbound.private", "provenance.missing");
        assertThatThrownBy(() -> assertThatTemplate(catalog, "ours").hasNoAdvice("provenance.missing"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "Template ours gives reason for advice",
                        "ours.json#/fields/inbound_sources/default",
                        "[inbound.private]")
                .hasMessageNotContaining("provenance.missing");
        assertThatThrownBy(() -> SipwrightAssertions.assertThat(catalog).hasNoAdvice("provenance.old"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Template ours")
                .hasMessageNotContaining("telnyx");
        assertThatThrownBy(() -> assertThatTemplate(catalog, "ours").hasNoAdvice("inbound.privat"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("inbound.privat");
    }
}
