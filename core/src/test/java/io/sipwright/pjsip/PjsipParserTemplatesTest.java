package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates, inheritance and appended sections. */
class PjsipParserTemplatesTest {

    private static final String BASES = "[t](!)\na=1\n[u](!)\na=2\nb=2\n[s]\na=3\n";

    @Test
    void a_template_is_no_section() {
        assertThat(Parsing.listing(BASES)).containsExactly("[s]", "a=3");
    }

    @Test
    void options_of_all_bases_come_first_in_the_order_named() {
        assertThat(listingOf("[x](t,u,s)\nc=4")).containsExactly("[x]", "a=1", "a=2", "b=2", "a=3", "c=4");
        assertThat(listingOf("[x](u,t)")).containsExactly("[x]", "a=2", "b=2", "a=1");
    }

    @Test
    void bases_are_found_in_any_case_of_letters() {
        assertThat(listingOf("[x](T)")).containsExactly("[x]", "a=1");
    }

    @Test
    void a_template_of_a_template_is_expanded() {
        assertThat(listingOf("[v](!,t)\nc=4\n[x](v)")).containsExactly("[x]", "a=1", "c=4");
        assertThat(listingOf("[v](t,!)\nc=4\n[x](v)")).containsExactly("[x]", "a=1", "c=4");
    }

    @Test
    void the_first_of_several_bases_of_one_name_is_taken() {
        assertThat(listingOf("[T](!)\na=9\n[x](t)")).containsExactly("[x]", "a=1");
    }

    @Test
    void what_is_inherited_is_copied_at_that_point() {
        assertThat(listingOf("[x](s)\n[s](+)\na=9")).containsExactly("a=9", "[x]", "a=3");
    }

    @Test
    void comments_are_not_inherited() {
        assertThat(Parsing.parse("[t](!)\n; why\na=1\n[x](t)\n")
                        .document()
                        .sections()
                        .get(0)
                        .entries())
                .containsExactly(new Option("a", "1"));
    }

    @Test
    void appending_finds_the_first_section_in_any_case_of_letters() {
        assertThat(Parsing.listing("[a]\nb=1\n[A]\nb=2\n[A](+)\nb=3\n"))
                .containsExactly("[a]", "b=1", "b=3", "[A]", "b=2");
    }

    @Test
    void appending_passes_over_templates() {
        assertThat(Parsing.listing("[a](!)\nb=1\n[a]\nb=2\n[a](+)\nb=3\n")).containsExactly("[a]", "b=2", "b=3");
    }

    @Test
    void appending_may_choose_by_an_option() {
        String text = "[a]\ntype=aor\n[a]\ntype=endpoint\nb=1\n[a](+type=endpoint)\nc=2\n[a](+type=aor)\nd=3\n";

        assertThat(Parsing.listing(text))
                .containsExactly("[a]", "type=aor", "d=3", "[a]", "type=endpoint", "b=1", "c=2");
    }

    @Test
    void appending_may_choose_templates() {
        String text = "[a](!)\nb=1\n[a](+TEMPLATES=include)\nb=2\n[a](+TEMPLATES=restrict)\nb=3\n[x](a)\n";

        assertThat(Parsing.listing(text)).containsExactly("[x]", "b=1", "b=2", "b=3");
    }

    @Test
    void appending_and_inheriting_go_together() {
        assertThat(listingOf("[s](+,t)\nc=4")).containsExactly("a=1", "c=4");
        assertThat(listingOf("[s](t,+)\nc=4")).containsExactly("a=1", "c=4");
    }

    /** The base is moved on the first of them. */
    @Test
    void appending_twice_is_appending_once() {
        assertThat(listingOf("[s](t,+,+)\nc=4")).containsExactly("a=1", "c=4");
    }

    @Test
    void names_differ_unless_only_ascii_letters_differ_in_case() {
        assertThat(Parsing.listing("[é]\na=1\n[É]\na=2\n[É](+)\na=3\n"))
                .containsExactly("[é]", "a=1", "[É]", "a=2", "a=3");
    }

    @Test
    void no_name_stands_for_the_first_section_of_all() {
        assertThat(listingOf("[x]()\nc=4")).containsExactly("[x]", "a=1", "c=4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](t, u)",
                "[x]( t)",
                "[x](nope)",
                "[x](x)",
                "[x](t",
                "[x](+)",
                "[t](+)",
                "[s](+type=aor)",
                "[s](+type)"
            })
    void what_asterisk_refuses_is_refused(String header) {
        assertThatThrownBy(() -> Parsing.parse(BASES + header + "\n"))
                .isInstanceOfSatisfying(
                        PjsipSyntaxException.class,
                        e -> assertThat(e.location()).isEqualTo(new Location("pjsip.conf", 8)))
                .hasMessageStartingWith("pjsip.conf:8: expected ");
    }

    private static List<String> listingOf(String lines) {
        var listing = Parsing.listing(BASES + lines + "\n");
        assertThat(listing).startsWith("[s]", "a=3");
        return listing.subList(2, listing.size());
    }
}
