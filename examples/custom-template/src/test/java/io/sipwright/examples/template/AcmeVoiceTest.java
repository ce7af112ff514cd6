package io.sipwright.examples.template;

import static io.sipwright.pjsip.AsteriskVersion.V16;
import static io.sipwright.pjsip.AsteriskVersion.V22;
import static io.sipwright.testkit.template.SipwrightAssertions.assertThatTemplate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.target.WriteResult;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.testkit.template.NearlyValid;
import io.sipwright.testkit.template.TrunkArbitraries;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.validation.ValidationException;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The template of our own carrier, tested without an Asterisk. */
class AcmeVoiceTest {

    static final TemplateCatalog CATALOG = TemplateCatalog.builder()
            .addResource(AcmeVoiceTest.class, "/templates/acme-voice.json")
            .build();

    @Test
    void whateverIsFilledInAsteriskWillTakeIt() {
        assertThatTemplate(CATALOG, "acme_voice")
                .rendersValidPjsipFor(V16, V22)
                .matchesGolden(Path.of("src/test/resources/acme-voice.conf"), V22);
    }

    @Property(tries = 50)
    void whatIsRightIsAccepted(@ForAll("trunks") TrunkSpec trunk) {
        try (Sipwright sipwright = sipwright()) {
            assertThat(sipwright.trunks().create(trunk).value().spec()).isEqualTo(trunk);
        }
    }

    @Property(tries = 50)
    void whatIsWrongIsRefusedInItsPlace(@ForAll("nearlyTrunks") NearlyValid<TrunkSpec> trunk) {
        try (Sipwright sipwright = sipwright()) {
            assertThatThrownBy(() -> sipwright.trunks().create(trunk.spec()))
                    .isInstanceOfSatisfying(
                            ValidationException.class,
                            refused -> assertThat(refused.violations())
                                    .anyMatch(violation -> violation.path().equals(trunk.path())));
        }
    }

    /** Yours is made by your application; this one keeps all in memory and writes nowhere. */
    static Sipwright sipwright() {
        return Sipwright.builder()
                .catalog(CATALOG)
                .applying(Applying.BEFORE_RETURN)
                .target(files -> new WriteResult(Map.of()))
                .build();
    }

    @Provide
    Arbitrary<TrunkSpec> trunks() {
        return TrunkArbitraries.of(CATALOG.provider("acme_voice").orElseThrow());
    }

    @Provide
    Arbitrary<NearlyValid<TrunkSpec>> nearlyTrunks() {
        return TrunkArbitraries.of(CATALOG.provider("acme_voice").orElseThrow()).nearlyValid();
    }
}
