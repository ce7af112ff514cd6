package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PjsipTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a b", ";--", "--;", "\\", "[x]", "#exec", "=>", ">", "é😀", "\u0085", "\u3000x\u3000"})
    void what_asterisk_reads_back_is_no_problem(String value) {
        assertThat(PjsipText.refuseValue("password", value)).isEmpty();
        assertThat(PjsipText.refuseComment(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Z", "100rel", "@rev", "event_x", "list-item"})
    void option_names_are_plain(String name) {
        assertThat(PjsipText.refuseOptionName(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "é", "€", "😀", "a😀é€b"})
    void bytes_are_those_of_utf_8(String text) {
        assertThat(PjsipText.utf8Bytes(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void the_longest_value_fills_its_line() {
        assertThat(PjsipText.refuseValue("name", "x".repeat(8190 - "name=".length())))
                .isEmpty();
        assertThat(PjsipText.refuseValue("name", "x".repeat(8191 - "name=".length())))
                .contains(Refusal.LINE_TOO_LONG);
        assertThat(PjsipText.refuseValue("name", ">" + "x".repeat(8190 - "name= >".length())))
                .isEmpty();
        assertThat(PjsipText.refuseValue("name", ">" + "x".repeat(8191 - "name= >".length())))
                .contains(Refusal.LINE_TOO_LONG);
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void every_refusal_explains_itself(Refusal refusal) {
        assertThat(refusal.explanation()).matches("(is|contains|begins|makes|has) .+");
    }
}
