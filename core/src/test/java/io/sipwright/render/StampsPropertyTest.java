package io.sipwright.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two sections have the same stamp exactly when they are the same. */
class StampsPropertyTest {

    private static String stamp(Section section) {
        return Stamps.keyed(new byte[16]).stamp(section).first(Stamps.OPTION).orElseThrow();
    }

    @Property(tries = 10_000)
    void same_stamp_same_content(@ForAll("sections") Section one, @ForAll("sections") Section other) {
        assertThat(stamp(one).equals(stamp(other))).isEqualTo(one.equals(other));
    }

    @Property
    void another_key_gives_another_stamp(@ForAll("sections") Section section, @ForAll("keys") byte[] key) {
        byte[] other = key.clone();
        other[3] ^= 1;

        assertThat(Stamps.keyed(key).stamp(section))
                .isNotEqualTo(Stamps.keyed(other).stamp(section));
        assertThat(Stamps.keyed(key).stamp(section)).isEqualTo(Stamps.keyed(key).stamp(section));
    }

    /** Few different names and values, so that equal ones and shifted borders turn up often. */
    @Provide
    Arbitrary<Section> sections() {
        Arbitrary<String> text = Arbitraries.of("", "a", "b", "ab", "ba");
        Arbitrary<Option> option = Combinators.combine(text, text).as(Option::new);
        return Combinators.combine(Arbitraries.of("a", "b"), option.list().ofMaxSize(2))
                .as((name, options) -> new Section(name, List.copyOf(options)));
    }

    @Provide
    Arbitrary<byte[]> keys() {
        return Arbitraries.bytes().array(byte[].class).ofSize(16);
    }
}
