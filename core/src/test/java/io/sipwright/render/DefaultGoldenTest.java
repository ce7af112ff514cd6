package io.sipwright.render;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.Samples;
import io.sipwright.template.Template;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What our templates make by default, of one object each; see {@link Golden} for how to change it. */
class DefaultGoldenTest {

    private static final byte[] KEY = "one fixed key...".getBytes(StandardCharsets.US_ASCII);

    private static Renderer renderer(AsteriskVersion version) {
        return new Renderer(Samples.SHIPPED, version, Stamps.keyed(KEY));
    }

    @ParameterizedTest
    @EnumSource
    void trunks(AsteriskVersion version) {
        Golden.assertWrittenOrUpdate(
                renderer(version)
                        .trunks(Samples.providers()
                                .map(Template::id)
                                .map(Samples::trunk)
                                .toList()),
                "default_pjsip_trunks_" + version + ".conf");
    }

    @ParameterizedTest
    @EnumSource
    void users(AsteriskVersion version) {
        Golden.assertWrittenOrUpdate(
                renderer(version)
                        .users(Samples.userTemplates()
                                .map(Template::id)
                                .map(template -> Samples.user(template.replace("_user", "_1001"), template, Map.of()))
                                .toList()),
                "default_pjsip_users_" + version + ".conf");
    }
}
