package io.sipwright.examples.template;

import static io.sipwright.testkit.template.SipwrightAssertions.assertThatTemplate;

import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.WithAsterisk;
import org.junit.jupiter.api.Test;

/** A real Asterisk loads it; skipped where there is none, unless {@code -Dsipwright.asterisk=required} is given. */
@WithAsterisk
class AcmeVoiceOnAsteriskTest {

    @Test
    void asteriskLoadsIt(AsteriskServer asterisk) {
        assertThatTemplate(AcmeVoiceTest.CATALOG, "acme_voice").loadsInto(asterisk);
    }
}
