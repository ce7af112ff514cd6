package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Overrides as values and in JSON. */
class OptionOverrideTest {

    @Test
    void an_object_names_each_option_once() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("endpoint.direct_media", "yes");
        json.put("endpoint.send_pai", null);
        json.put("aor.contact", List.of("sip:a", "sip:b"));
        json.put("aor.max_contacts", 3);

        assertThat(OptionOverride.fromJson(json))
                .containsExactly(
                        OptionOverride.set("endpoint", "direct_media", "yes"),
                        OptionOverride.remove("endpoint", "send_pai"),
                        OptionOverride.set("aor", "contact", "sip:a", "sip:b"),
                        OptionOverride.set("aor", "max_contacts", "3"));
    }

    @Test
    void an_array_may_name_an_option_twice() {
        assertThat(OptionOverride.fromJson(List.of(Map.of("aor.contact", "sip:a"), Map.of("aor.contact", "sip:b"))))
                .containsExactly(
                        OptionOverride.set("aor", "contact", "sip:a"), OptionOverride.set("aor", "contact", "sip:b"));
        assertThat(OptionOverride.fromJson(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"endpoint", ".option", "endpoint.", ".", ""})
    void a_name_has_two_parts(String path) {
        assertThatThrownBy(() -> OptionOverride.fromJson(Map.of(path, "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 'section.option'");
    }

    static Stream<Object> wrong() {
        return Stream.of("text", 5, List.of("text"), true);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void anything_else_is_refused(Object json) {
        assertThatThrownBy(() -> OptionOverride.fromJson(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("overrides: expected {");
    }

    @Test
    void values_are_texts() {
        for (Object value : List.of(Map.of("a", 1), List.of(), Arrays.asList("a", null), List.of(List.of("a")))) {
            assertThatThrownBy(() -> OptionOverride.fromJson(Map.of("auth.password", value)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("overrides: expected a text or a list of texts for auth.password");
        }
    }

    @Test
    void a_value_never_shows() {
        assertThat(OptionOverride.set("auth", "password", "canary")).hasToString("auth.password=…");
        assertThat(OptionOverride.remove("auth", "password")).hasToString("auth.password removed");
    }

    @Test
    void to_set_takes_a_value() {
        assertThatThrownBy(() -> OptionOverride.set("auth", "password"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("auth.password");
    }
}
