package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts with placeholders. */
class TextPatternTest {

    private static final Map<String, FieldValue> FIELDS = Map.of(
            "a", FieldValue.of("A"),
            "b", FieldValue.of("B"),
            "one", FieldValue.of(List.of("1")),
            "many", FieldValue.of(List.of("1", "2", "3")),
            "nothing", FieldValue.of(List.of()),
            "sly", FieldValue.of("${a}"));

    private static List<String> fill(String pattern) {
        return TextPattern.parse(pattern).fill(FIELDS::get);
    }

    @ParameterizedTest
    @CsvSource({
        "text,text",
        "'',''",
        "$,$",
        "$a,$a",
        "{a},{a}",
        "a}b,a}b",
        "$${a},$A",
        "${a},A",
        "x${a}y,xAy",
        "${a}${b},AB",
        "${a}${a},AA",
        "'<${a}>;${b}','<A>;B'",
        "${one},1"
    })
    void one_text(String pattern, String expected) {
        assertThat(fill(pattern)).containsExactly(expected);
    }

    @Test
    void a_list_repeats_the_text() {
        assertThat(fill("${many}")).containsExactly("1", "2", "3");
        assertThat(fill("${a}-${many}")).containsExactly("A-1", "A-2", "A-3");
        assertThat(fill("${many}${many}")).containsExactly("11", "22", "33");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${absent}", "x${absent}", "${a}${absent}", "${nothing}", "${many}${nothing}"})
    void nothing_is_made_of_what_is_absent(String pattern) {
        assertThat(fill(pattern)).isEmpty();
    }

    @Test
    void a_value_is_never_looked_at_again() {
        assertThat(fill("${sly}")).containsExactly("${a}");
        assertThat(fill("${sly}${b}")).containsExactly("${a}B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "${a}", "x${a}y${b}", "$${a}"})
    void its_text_is_the_pattern(String pattern) {
        assertThat(TextPattern.parse(pattern)).hasToString(pattern);
    }

    @Test
    void knows_its_placeholders() {
        assertThat(TextPattern.parse("${b}-${a}-${b}").names()).containsExactly("a", "b");
        assertThat(TextPattern.parse("text").isConstant()).isTrue();
        assertThat(TextPattern.parse("${a}").isConstant()).isFalse();
    }
}
