package io.sipwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.template.OptionOverride;
import io.sipwright.template.Samples;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The constraints on the specs themselves. */
class ConstraintsTest {

    private static TrunkSpec trunk(String name) {
        return Samples.trunk("telnyx").toBuilder().name(name).build();
    }

    private static SipUserSpec user(String name) {
        return Samples.user("basic_user").toBuilder().username(name).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A1", "9", "a_b.c-d", "a-", "a.", "x-2y"})
    void a_name(String name) {
        assertThat(Checking.standard().create(trunk(name))).isEmpty();
        assertThat(Checking.standard().create(user(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-a", "_a", ".a", "a b", "a@b", "a/b", "a]", "a;b", "é", "a\n", "a,b", "a&b", "ａ", "${x}"})
    void a_name_of_another_form(String name) {
        for (List<Violation> found : List.of(
                Checking.standard().create(trunk(name)), Checking.standard().create(user(name)))) {
            Violation violation = Checking.only(found, "name", "name.form");
            assertThat(violation.message()).startsWith("Use letters, digits, '_', '.' and '-'");
            assertThat(violation.rejectedValue()).contains(name);
        }
    }

    @Test
    void no_name() {
        assertThat(Checking.only(Checking.standard().create(trunk("")), "name", "name.required")
                        .message())
                .isEqualTo("A name is required.");
        assertThat(Checking.standard().create(user(" ")))
                .extracting(Violation::code)
                .contains("name.required");
    }

    @Test
    void a_name_that_asterisk_would_cut() {
        assertThat(Checking.standard().create(trunk("x".repeat(70)))).isEmpty();
        assertThat(Checking.standard().create(user("x".repeat(79)))).isEmpty();
        Violation violation = Checking.only(Checking.standard().create(trunk("x".repeat(71))), "name", "name.too_long");
        assertThat(violation.message()).contains("79 bytes");
        Checking.only(Checking.standard().create(user("x".repeat(80))), "name", "name.too_long");
    }

    @Test
    void a_megabyte_is_not_repeated() {
        List<Violation> violations = Checking.standard().create(user("x".repeat(1_000_000)));

        assertThat(violations.get(0).rejectedValue())
                .hasValueSatisfying(
                        text -> assertThat(text).hasSizeLessThan(110).endsWith("…"));
        assertThat(new ValidationException(violations).getMessage()).hasSizeLessThan(2_000);
    }

    @Test
    void no_template() {
        Violation provider = Checking.only(
                Checking.standard().create(TrunkSpec.builder("a", "").build()), "provider", "template.required");
        assertThat(provider.message()).isEqualTo("The template is required.");
        assertThat(Checking.standard().create(SipUserSpec.builder("a", "").build()))
                .extracting(Violation::code)
                .containsExactly("template.required");
    }

    @Test
    void a_missing_and_an_unknown_template_have_the_same_path() {
        assertThat(Checking.standard().create(SipUserSpec.builder("a", "").build()))
                .extracting(Violation::path)
                .containsExactly("template_type");
    }

    @Test
    void an_unknown_template() {
        Violation provider = Checking.only(
                Checking.standard().create(TrunkSpec.builder("a", "telnix").build()), "provider", "template.unknown");
        assertThat(provider.message()).isEqualTo("There is no template 'telnix'. Did you mean 'telnyx'?");
        assertThat(provider.rejectedValue()).contains("telnix");
        assertThat(Checking.only(
                                Checking.standard()
                                        .create(TrunkSpec.builder("a", "custom").build()),
                                "provider",
                                "template.unknown")
                        .message())
                .endsWith("Did you mean 'custom_ip'?");
    }

    @Test
    void a_template_that_no_such_object_is_made_from() {
        assertThat(Checking.only(
                                Checking.standard()
                                        .create(SipUserSpec.builder("a", "telnyx")
                                                .build()),
                                "template_type",
                                "template.of_trunks")
                        .message())
                .isEqualTo("The template 'telnyx' is for trunks, not for SIP users.");
        assertThat(Checking.only(
                                Checking.standard()
                                        .create(TrunkSpec.builder("a", "basic_user")
                                                .build()),
                                "provider",
                                "template.of_users")
                        .message())
                .isEqualTo("The template 'basic_user' is for SIP users, not for trunks.");
        assertThat(Checking.only(
                                Checking.standard()
                                        .create(TrunkSpec.builder("a", "credential-trunk")
                                                .build()),
                                "provider",
                                "template.abstract")
                        .message())
                .startsWith("The template 'credential-trunk' is for inheriting only");
    }

    @Test
    void too_many_overrides_and_notes() {
        TrunkSpec.Builder trunk = Samples.trunk("telnyx").toBuilder();
        for (int i = 0; i < 201; i++) {
            trunk.override(OptionOverride.set("endpoint", "language", "de"));
        }
        Violation many = Checking.only(Checking.standard().create(trunk.build()), "overrides", "overrides.too_many");
        assertThat(many.rejectedValue()).isEmpty();
        SipUserSpec talkative =
                Samples.user("basic_user").toBuilder().notes("x".repeat(2001)).build();
        Checking.only(Checking.standard().create(talkative), "notes", "notes.too_long");
    }

    @Test
    void notes_that_not_every_database_takes() {
        for (String hostile : List.of("\0", "a\0b", "\u001b[2J", "\u009b", "\u007f")) {
            Checking.only(Checking.standard().create(noted(hostile)), "notes", "text.control_character");
        }
        for (String hostile : List.of("\ud800", "a\udc00", "\udc00\ud800", "\ud83d \ude00")) {
            Checking.only(Checking.standard().create(noted(hostile)), "notes", "text.not_unicode");
        }
        for (String fine : List.of("", "two\nlines\r\n\tand a tab", "\ud83d\ude00 \u00e4", "x".repeat(2000))) {
            assertThat(Checking.standard().create(noted(fine))).isEmpty();
        }
    }

    private static SipUserSpec noted(String notes) {
        return Samples.user("basic_user").toBuilder().notes(notes).build();
    }
}
