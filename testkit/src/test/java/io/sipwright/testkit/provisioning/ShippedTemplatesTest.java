package io.sipwright.testkit.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.template.SipwrightAssertions;
import io.sipwright.testkit.template.TemplateSamples;
import java.util.List;

/**
 * Every shipped template, in every mode and with every choice, loads without a complaint, and every section runs.
 */
class ShippedTemplatesTest {

    private static final TemplateCatalog CATALOG = TemplateCatalog.shipped();

    @AsteriskTest
    void allLoad(AsteriskServer asterisk) {
        SipwrightAssertions.assertThat(CATALOG).loadsInto(asterisk);

        assertThat(asterisk.complaints()).isEmpty();
        System.out.println(
                table(AsteriskVersion.parse(Integer.toString(asterisk.major())).orElseThrow()));
    }

    /** What was loaded: of each template how many objects, and how many sections they have. */
    private static String table(AsteriskVersion version) {
        StringBuilder table = new StringBuilder("Loaded into Asterisk " + version + "\n");
        int objects = 0;
        int sections = 0;
        for (ProviderTemplate template : CATALOG.providers().values()) {
            List<? extends ObjectSpec> samples = TemplateSamples.trunks(template);
            objects += samples.size();
            sections += row(table, template, samples, version);
        }
        for (Template template : CATALOG.userTemplates().values()) {
            List<? extends ObjectSpec> samples =
                    TemplateSamples.users(CATALOG.userTemplate(template.id()).orElseThrow());
            objects += samples.size();
            sections += row(table, template, samples, version);
        }
        return table.append("%-28s %5d objects %6d sections%n".formatted("together", objects, sections))
                .toString();
    }

    private static int row(
            StringBuilder table, Template template, List<? extends ObjectSpec> samples, AsteriskVersion version) {
        int sections = samples.stream()
                .mapToInt(spec -> template.fill(spec, version).size())
                .sum();
        String modes = template instanceof ProviderTemplate provider ? String.join(", ", provider.authModes()) : "";
        assertThat(samples).as(template.id()).hasSizeGreaterThan(3);
        table.append("%-28s %5d objects %6d sections  %s%n".formatted(template.id(), samples.size(), sections, modes));
        return sections;
    }
}
