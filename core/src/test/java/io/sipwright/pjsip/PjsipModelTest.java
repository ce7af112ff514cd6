package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sections, options and comments as values. */
class PjsipModelTest {

    private static final Section SECTION = new Section(
            "x",
            List.of(
                    new Option("Allow", "ulaw"),
                    new Comment("c"),
                    new Option("TYPE", "endpoint"),
                    new Option("allow", "alaw"),
                    new Option("type", "aor")));

    @Test
    void options_are_found_in_any_case_of_letters() {
        assertThat(SECTION.type()).contains("endpoint");
        assertThat(SECTION.first("allow")).contains("ulaw");
        assertThat(SECTION.all("ALLOW")).containsExactly("ulaw", "alaw");
        assertThat(SECTION.options()).hasSize(4);
        assertThat(SECTION.first("auth")).isEmpty();
    }

    @Test
    void a_section_does_not_end_with_a_comment() {
        List<SectionEntry> entries = List.of(new Option("a", "b"), new Comment("c"));

        assertThatThrownBy(() -> new Section("x", entries))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[x]");
    }

    @Test
    void a_section_keeps_what_it_was_made_of() {
        List<SectionEntry> entries = new ArrayList<>(List.of(new Option("a", "b")));
        Section section = new Section("x", entries);
        entries.clear();

        assertThat(section.options()).hasSize(1);
        assertThatThrownBy(() -> section.entries().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void no_text_shows_a_value() {
        Section section = Section.of("x", "auth", List.of(new Option("password", "canary")));

        assertThat(new ParsedPjsip(PjsipDocument.of(section), List.of(), List.of()).toString())
                .contains("password")
                .doesNotContain("canary");
    }

    @Test
    void block_markers_are_comments() {
        assertThat(Comment.blockStart("USER: a").text()).isEqualTo("=== USER: a ===");
        assertThat(Comment.blockStart("USER: a").isBlockEnd()).isFalse();
        assertThat(Comment.blockEnd("USER: a").text()).isEqualTo("=== END USER: a ===");
        assertThat(Comment.blockEnd("USER: a").isBlockEnd()).isTrue();
    }

    @Test
    void nothing_is_null() {
        assertThatThrownBy(() -> new Option("a", null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Option(null, "a")).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Comment(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Section(null, List.of())).isInstanceOf(NullPointerException.class);
    }
}
