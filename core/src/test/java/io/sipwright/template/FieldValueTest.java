package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.secret.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values of fields, alone and together. */
class FieldValueTest {

    private static final FieldValue CANARY = FieldValue.of(Secret.of("canary"));

    @Test
    void json_scalars_and_lists_of_them_are_texts() {
        assertThat(FieldValue.ofJson("a").items()).containsExactly("a");
        assertThat(FieldValue.ofJson(5060).text()).isEqualTo("5060");
        assertThat(FieldValue.ofJson(true).text()).isEqualTo("true");
        assertThat(FieldValue.ofJson(List.of("a", 1, false)).items()).containsExactly("a", "1", "false");
        assertThat(FieldValue.ofJson(Secret.of("a")).isSecret()).isTrue();
    }

    @Test
    void other_json_is_unreadable() {
        assertThat(FieldValue.ofJson(Map.of("a", "b"))).isSameAs(FieldValue.UNREADABLE);
        assertThat(FieldValue.ofJson(Arrays.asList("a", null))).isSameAs(FieldValue.UNREADABLE);
        assertThat(FieldValue.ofJson(List.of(Map.of()))).isSameAs(FieldValue.UNREADABLE);
    }

    @Test
    void never_shows_in_a_text() {
        assertThat(CANARY).hasToString(Secret.MASK);
        assertThat(FieldValue.of("canary")).hasToString(Secret.MASK); // might turn out to be a secret
        assertThat(FieldValues.of(Map.of("secret", CANARY))).hasToString("[secret]");
    }

    @Test
    void shows_what_may_be_shown() {
        assertThat(CANARY.masked()).isEqualTo(Secret.MASK);
        assertThat(FieldValue.of(List.of("a", "b")).masked()).isEqualTo("a,b");
    }

    @Test
    void is_equal_by_items_and_secrecy() {
        assertThat(FieldValue.of("a")).isEqualTo(FieldValue.of(List.of("a"))).hasSameHashCodeAs(FieldValue.of("a"));
        assertThat(FieldValue.of("a"))
                .isNotEqualTo(FieldValue.of("b"))
                .isNotEqualTo(FieldValue.of("a").asSecret());
        assertThat(FieldValue.of("a,b")).isNotEqualTo(FieldValue.of(List.of("a", "b")));
        assertThat(CANARY).hasSameHashCodeAs(FieldValue.of(Secret.of("other")));
        assertThat(CANARY.asSecret()).isSameAs(CANARY);
    }

    @Test
    void values_together_are_equal_in_whatever_order() {
        FieldValues empty = FieldValues.empty();
        FieldValues ab = empty.with(Map.of("a", Optional.of(CANARY))).with(Map.of("b", Optional.of(CANARY)));
        FieldValues ba = empty.with(Map.of("b", Optional.of(CANARY))).with(Map.of("a", Optional.of(CANARY)));

        assertThat(ab).isEqualTo(ba).hasSameHashCodeAs(ba);
        assertThat(ab.asMap().keySet()).containsExactly("a", "b");
        assertThat(ab.with(Map.of("a", Optional.empty()))).isNotEqualTo(ab);
        assertThat(ab.text("a")).contains("canary");
        assertThat(ab.text("c")).isEmpty();
    }
}
