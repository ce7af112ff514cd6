package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for fields of every type: form, length, range, choices. */
class FieldCheckTest {

    private static String code(TemplateField field, FieldValue value) {
        return FieldTypes.problem(field, value).map(FieldProblem::code).orElse("");
    }

    private static String code(FieldType type, FieldValue value) {
        return code(FieldTypes.field(type, null, null), value);
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_text_is_none(FieldType type) {
        assertThat(code(type, FieldValue.of(""))).isEqualTo("field.empty");
    }

    @ParameterizedTest
    @EnumSource
    void json_that_is_no_text_is_reported_as_such(FieldType type) {
        assertThat(code(type, FieldValue.ofJson(Map.of("a", 1)))).isEqualTo("field.not_text");
        assertThat(code(type, FieldValue.ofJson(List.of(List.of("a"))))).isEqualTo("field.not_text");
    }

    @ParameterizedTest
    @EnumSource
    void only_lists_take_several_values(FieldType type) {
        String good = switch (type) {
            case HOSTS, HOST_NAMES -> "a";
            case NETWORKS -> "192.0.2.1";
            case CODECS -> "ulaw";
            case MAILBOXES -> "1@a";
            default -> "1";
        };
        String code = code(type, FieldValue.of(List.of(good, good)));

        assertThat(code)
                .isEqualTo(type.isList() ? "" : type == FieldType.BOOLEAN ? "field.boolean" : "field.not_single");
    }

    @ParameterizedTest
    @CsvSource({
        "HOST,245",
        "HOSTS,245",
        "HOST_NAMES,245",
        "SIP_USER,100",
        "SECRET,100",
        "TEXT,255",
        "AUTH_USER,100",
        "CONTEXT,79",
        "TRANSPORT,79",
        "EXTENSION,20",
        "CALLER_NAME,79",
        "PATH,255"
    })
    void a_text_that_is_too_long(FieldType type, int longest) {
        String text = (type == FieldType.PATH ? "/" : "") + "abcdefghi.".repeat(30);
        assertThat(code(type, FieldValue.of(text.substring(0, longest - 1) + "a")))
                .isEmpty();
        assertThat(FieldTypes.problem(type, text.substring(0, longest) + "a")).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo("field.too_long");
            assertThat(problem.arguments()).containsExactly(longest);
        });
    }

    @Test
    void a_callers_name_is_measured_in_bytes() {
        assertThat(code(FieldType.CALLER_NAME, FieldValue.of("é".repeat(39)))).isEmpty();
        assertThat(code(FieldType.CALLER_NAME, FieldValue.of("é".repeat(40)))).isEqualTo("field.too_long");
    }

    @Test
    void a_number_out_of_range() {
        TemplateField field = FieldTypes.field(FieldType.INTEGER, 1L, 9L);

        assertThat(List.of("1", "9"))
                .allSatisfy(
                        number -> assertThat(code(field, FieldValue.of(number))).isEmpty());
        assertThat(FieldTypes.problem(field, FieldValue.of("10")).orElseThrow())
                .isEqualTo(FieldProblem.of("field.range", 1L, 9L));
        assertThat(code(field, FieldValue.of("0"))).isEqualTo("field.range");
    }

    @Test
    void a_text_of_the_wrong_length() {
        TemplateField field = FieldTypes.field(FieldType.SECRET, 8L, 10L);

        assertThat(code(field, FieldValue.of("12345678"))).isEmpty();
        assertThat(FieldTypes.problem(field, FieldValue.of("1234567")).orElseThrow())
                .isEqualTo(FieldProblem.of("field.length", 8L, 10L));
        assertThat(code(field, FieldValue.of("12345678901"))).isEqualTo("field.length");
    }

    @Test
    void a_choice_that_is_none() {
        assertThat(code(FieldType.CHOICE, FieldValue.of("one"))).isEmpty();
        assertThat(FieldTypes.problem(FieldType.CHOICE, "threee")).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo("field.choice");
            assertThat(problem.arguments()).last().isEqualTo(" Did you mean 'three'?");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,", ",a", "a,,b", ","})
    void an_empty_item_of_a_list(String text) {
        assertThat(code(FieldType.HOSTS, FieldValue.of(text))).isEqualTo("field.empty");
    }

    @ParameterizedTest
    @CsvSource({
        "'a\nb',line_break",
        "'a\rb',line_break",
        "'a\tb',control_character",
        "'a\u0000b',control_character",
        "'a\u007fb',control_character",
        "' a',outer_blank",
        "'a ',outer_blank",
        "'\u00a0a',outer_blank",
        "'a\u3000',outer_blank",
        "'a\ud83d',not_unicode",
        "'a\u0085b',invisible",
        "'a\u200bb',invisible",
        "'a\u202eb',invisible",
        "'a\u2066b',invisible",
        "'\ufeffa',invisible",
        "'a\u2028b',invisible",
        "'a\ue000b',invisible",
        "'a\u00adb',invisible"
    })
    void text_that_cannot_be_written_or_seen(String text, String code) {
        for (FieldType type : List.of(FieldType.TEXT, FieldType.SECRET, FieldType.AUTH_USER, FieldType.CALLER_NAME)) {
            assertThat(code(type, FieldValue.of(text))).isEqualTo("text." + code);
        }
    }
}
