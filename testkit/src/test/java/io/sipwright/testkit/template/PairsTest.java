package io.sipwright.testkit.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.trunk.TrunkSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every two settings stand together once, and not many more are needed. */
class PairsTest {

    @Test
    void every_two_choices_stand_together() {
        List<TrunkSpec> trunks = TemplateSamples.trunks(OddTemplates.provider("setting"));

        for (String region : List.of("eu", "us", "own")) {
            for (String encrypted : List.of("yes", "no")) {
                assertThat(trunks)
                        .as(region + encrypted)
                        .anyMatch(trunk -> is(trunk, "region", region) && is(trunk, "encrypted", encrypted));
            }
            assertThat(trunks)
                    .as(region)
                    .anyMatch(trunk ->
                            is(trunk, "region", region) && trunk.fields().get("port") == null);
        }
        assertThat(trunks).anyMatch(trunk -> is(trunk, "profile", "strict") && is(trunk, "region", "us"));
        assertThat(trunks).hasSizeLessThan(30).doesNotHaveDuplicates();
    }

    @Test
    void what_needs_two_other_settings_is_found() {
        assertThat(TemplateSamples.trunks(OddTemplates.provider("conditions")))
                .anyMatch(trunk -> is(trunk, "fax", "t38"));
    }

    private static boolean is(TrunkSpec trunk, String field, String value) {
        return trunk.fields().text(field).filter(value::equals).isPresent();
    }
}
