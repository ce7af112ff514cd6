package io.sipwright.testkit.template;

import static io.sipwright.testkit.template.SipwrightAssertions.assertThatTemplate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.template.Template;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.util.List;
import java.util.Map;

/** What a real Asterisk does not load is told. */
class TemplateLoadingTest {

    @AsteriskTest
    void a_good_template_is_loaded_and_gone_afterwards(AsteriskServer asterisk) {
        Template template = OddTemplates.provider("inheriting");
        TemplateLoading loading = TemplateLoading.into(asterisk, List.of(template));

        assertThat(loading.faults()).isEmpty();
        assertThat(loading.objects()).isGreaterThan(20);
        assertThat(loading.sections()).isGreaterThan(3 * loading.objects());
        try (AmiProbe ami = asterisk.ami()) {
            assertThat(ami.list("PJSIPShowEndpoints", Map.of()))
                    .noneMatch(event -> event.first("ObjectName")
                            .filter(name -> name.startsWith("inheriting"))
                            .isPresent());
        }
    }

    /** The schema knows the option and not the names that there are on a server. */
    @AsteriskTest
    void what_only_asterisk_knows_to_be_wrong_is_told(AsteriskServer asterisk) {
        Template template = OddTemplates.catalog(OddTemplates.LEAST.replace(
                        "\"endpoint\": {\"options\": {",
                        "\"endpoint\": {\"options\": {\"transport\": \"no-such-transport\", "
                                + "\"dtls_cert_file\": \"/no/such/file\", \"media_encryption\": \"dtls\", "))
                .userTemplate("least")
                .orElseThrow();

        assertThatThrownBy(() -> assertThatTemplate(template).loadsInto(asterisk))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Template least is not loaded by")
                .hasMessageContaining("least.0");
    }

    @AsteriskTest
    void odd_templates_are_loaded(AsteriskServer asterisk) {
        for (String id : List.of("setting", "conditions", "least")) {
            assertThatTemplate(OddTemplates.CATALOG, id).loadsInto(asterisk);
        }
    }
}
