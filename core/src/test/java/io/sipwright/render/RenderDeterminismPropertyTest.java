package io.sipwright.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.template.Samples;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Same input, same bytes. */
class RenderDeterminismPropertyTest {

    private static final byte[] KEY = new byte[16];
    private static final String[] TEMPLATES = {"basic_user", "advanced_user", "mobile_user", "webrtc_user"};

    private static byte[] rendered(TemplateCatalog catalog, String template, Map<String, String> fields) {
        SipUserSpec user = Samples.user("alice", template, fields);
        Renderer renderer = new Renderer(catalog, AsteriskVersion.V22, Stamps.keyed(KEY));
        return PjsipWriter.toBytes(renderer.users(List.of(user)));
    }

    @Property
    void whatever_the_order_of_fields(
            @ForAll("fields") Map<String, String> fields, @ForAll("templates") String template, @ForAll Random random) {
        List<Map.Entry<String, String>> shuffled = new ArrayList<>(fields.entrySet());
        Collections.shuffle(shuffled, random);
        Map<String, String> other = new LinkedHashMap<>();
        shuffled.forEach(entry -> other.put(entry.getKey(), entry.getValue()));

        assertThat(rendered(Samples.SHIPPED, template, other)).isEqualTo(rendered(Samples.SHIPPED, template, fields));
    }

    @Property(tries = 40)
    void whatever_the_locale_and_the_time_zone(
            @ForAll("fields") Map<String, String> fields,
            @ForAll("templates") String template,
            @ForAll("locales") String locale,
            @ForAll("zones") String zone) {
        byte[] expected = rendered(Samples.SHIPPED, template, fields);
        Locale localeBefore = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(rendered(TemplateCatalog.shipped(), template, fields)).isEqualTo(expected);
        } finally {
            Locale.setDefault(localeBefore);
            TimeZone.setDefault(zoneBefore);
        }
    }

    @Property
    void as_often_as_it_is_rendered(
            @ForAll("fields") Map<String, String> fields, @ForAll("templates") String template) {
        assertThat(rendered(Samples.SHIPPED, template, fields)).isEqualTo(rendered(Samples.SHIPPED, template, fields));
    }

    @Provide
    Arbitrary<Map<String, String>> fields() {
        return RenderArbitraries.goodFields();
    }

    @Provide
    Arbitrary<String> templates() {
        return Arbitraries.of(TEMPLATES);
    }

    @Provide
    Arbitrary<String> locales() {
        return Arbitraries.of("tr", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "de-DE", "hi-IN-u-nu-deva", "lt");
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of("UTC", "Asia/Kathmandu", "Pacific/Apia", "America/St_Johns");
    }
}
