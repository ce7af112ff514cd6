package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoodOptionsTest {

    private final GoodOptions good = new GoodOptions(List.of("auth", "endpoint"));

    @Test
    void a_line_of_a_template_is_remembered_for_its_type() {
        good.add("endpoint", Option.shared("context", "internal"));

        assertThat(good.contains("endpoint", new Option("context", "internal"))).isTrue();
        assertThat(good.contains("endpoint", new Option("context", "external"))).isFalse();
        assertThat(good.contains("auth", new Option("context", "internal"))).isFalse();
    }

    @Test
    void a_line_of_one_object_is_not_kept() {
        good.add("auth", new Option("password", "of one"));

        assertThat(good.contains("auth", new Option("password", "of one"))).isFalse();
    }

    @Test
    void there_is_an_end_to_it() {
        for (int i = 0; i <= 5_000; i++) {
            good.add("endpoint", Option.shared("context", "c" + i));
        }

        assertThat(good.contains("endpoint", new Option("context", "c0"))).isTrue();
        assertThat(good.contains("endpoint", new Option("context", "c5000"))).isFalse();
    }

    @Test
    void a_type_that_no_one_knows_has_none() {
        good.add("nope", Option.shared("context", "internal"));

        assertThat(good.contains("nope", Option.shared("context", "internal"))).isFalse();
    }

    @Test
    void what_is_wrong_stays_wrong_and_what_is_good_stays_good() {
        PjsipSchema schema = PjsipSchema.of(AsteriskVersion.V22);
        SectionType endpoint = schema.type("endpoint").orElseThrow();
        Option wrong = Option.shared("rtp_symmetric", "perhaps");
        Option right = Option.shared("rtp_symmetric", "yes");

        for (int i = 0; i < 3; i++) {
            assertThat(schema.checkOption(endpoint, wrong)).isPresent();
            assertThat(schema.checkOption(endpoint, right)).isEmpty();
        }
    }

    @Test
    void a_type_of_another_version_is_judged_by_itself() {
        PjsipSchema schema = PjsipSchema.of(AsteriskVersion.V22);
        Option right = Option.shared("rtp_symmetric", "yes");
        schema.checkOption(schema.type("endpoint").orElseThrow(), right);

        assertThat(schema.checkOption(new SectionType("endpoint", Map.of()), right))
                .isPresent();
    }
}
