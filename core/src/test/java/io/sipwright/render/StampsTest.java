package io.sipwright.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.pjsip.Comment;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stamp that each section bears. */
class StampsTest {

    private static final Stamps STAMPS = Stamps.keyed(new byte[16]);
    private static final Section SECTION =
            Section.of("t", "auth", List.of(new Option("username", "u"), new Option("password", "p")));

    private static String stamp(Section section) {
        return STAMPS.stamp(section).first(Stamps.OPTION).orElseThrow();
    }

    @Test
    void stands_last_and_changes_nothing_else() {
        Section stamped = STAMPS.stamp(SECTION);

        assertThat(stamped.name()).isEqualTo("t");
        assertThat(stamped.options())
                .startsWith(SECTION.options().toArray(Option[]::new))
                .hasSize(4);
        assertThat(stamped.options().get(3).name()).isEqualTo("@rev");
        assertThat(stamped.options().get(3).value()).matches("[0-9a-f]{16}");
    }

    @Test
    void is_the_same_for_the_same_content() {
        Section same = Section.of("t", "auth", List.of(new Option("username", "u"), new Option("password", "p")));
        Section commented = new Section(
                "t",
                List.of(
                        new Comment("not content"),
                        new Option("type", "auth"),
                        new Option("username", "u"),
                        new Option("password", "p")));

        assertThat(stamp(same)).isEqualTo(stamp(SECTION));
        assertThat(stamp(commented)).isEqualTo(stamp(SECTION));
    }

    @Test
    void differs_with_any_difference() {
        assertThat(List.of(
                        Section.of("u", "auth", List.of(new Option("username", "u"), new Option("password", "p"))),
                        Section.of("t", "aor", List.of(new Option("username", "u"), new Option("password", "p"))),
                        Section.of("t", "auth", List.of(new Option("password", "p"), new Option("username", "u"))),
                        Section.of("t", "auth", List.of(new Option("username", "u"), new Option("password", "q"))),
                        Section.of("t", "auth", List.of(new Option("username", "u"))),
                        Section.of("t", "auth", List.of(new Option("username", "up"), new Option("assword", "p")))))
                .extracting(StampsTest::stamp)
                .doesNotHaveDuplicates()
                .doesNotContain(stamp(SECTION));
    }

    @Test
    void differs_with_the_key_and_tells_nothing_without_it() {
        byte[] other = new byte[16];
        other[15] = 1;

        assertThat(Stamps.keyed(other).stamp(SECTION)).isNotEqualTo(STAMPS.stamp(SECTION));
    }

    @Test
    void can_be_switched_off() {
        assertThat(Stamps.off().stamp(SECTION)).isSameAs(SECTION);
    }

    @Test
    void keeps_its_own_copy_of_the_key() {
        byte[] key = new byte[16];
        Stamps stamps = Stamps.keyed(key);
        key[0] = 1;

        assertThat(stamps.stamp(SECTION)).isEqualTo(STAMPS.stamp(SECTION));
        assertThatThrownBy(() -> Stamps.keyed(new byte[8])).isInstanceOf(IllegalArgumentException.class);
    }
}
