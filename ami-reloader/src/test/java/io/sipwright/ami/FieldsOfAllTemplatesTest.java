package io.sipwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.reload.ReloadOutcome.Verified;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.template.TemplateSamples;
import org.junit.jupiter.api.Timeout;

/** What Asterisk spells in another way than it was written is not taken for a difference. */
@Timeout(60)
class FieldsOfAllTemplatesTest {

    @AsteriskTest
    void noObjectOfAShippedTemplateIsRejected(AsteriskServer asterisk) {
        TemplateCatalog catalog = TemplateCatalog.shipped();
        try (Deployment deployment =
                new Deployment(asterisk, Deployment.reloader(asterisk).build(), false)) {
            catalog.userTemplates().values().stream()
                    .flatMap(template -> TemplateSamples.users(template).stream())
                    .forEach(user -> deployment.users.put(user.name(), user));
            catalog.providers().values().stream()
                    .flatMap(template -> TemplateSamples.trunks(template).stream())
                    .forEach(trunk -> deployment.trunks.put(trunk.name(), trunk));
            assertThat(deployment.apply())
                    .isInstanceOfSatisfying(
                            Verified.class,
                            verified -> assertThat(verified.objects()).isGreaterThan(100));
        }
    }
}
