package io.sipwright.testkit.provisioning;

import static io.sipwright.testkit.template.SipwrightAssertions.assertThat;

import io.sipwright.template.TemplateCatalog;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;

/** Every shipped template, in every mode and with every choice, loads without a complaint, and every section runs. */
class ShippedTemplatesTest {

    @AsteriskTest
    void allLoad(AsteriskServer asterisk) {
        assertThat(TemplateCatalog.shipped()).loadsInto(asterisk);
        org.assertj.core.api.Assertions.assertThat(asterisk.complaints()).isEmpty();
    }
}
