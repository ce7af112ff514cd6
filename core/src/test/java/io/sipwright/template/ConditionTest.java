package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When conditions hold. */
class ConditionTest {

    private static final Map<String, FieldValue> FIELDS = Map.of(
            "text", FieldValue.of("a"),
            "yes", FieldValue.of("yes"),
            "no", FieldValue.NO,
            "name", FieldValue.of("no"),
            "list", FieldValue.of(List.of("a", "b")),
            "nothing", FieldValue.of(List.of()));

    private static boolean holds(String... terms) {
        List<Condition.Term> parsed = List.of(terms).stream()
                .map(Condition::term)
                .map(Objects::requireNonNull)
                .toList();
        return new Condition(parsed).holds(FIELDS::get);
    }

    @ParameterizedTest
    @CsvSource({
        "text,true",
        "yes,true",
        "list,true",
        "no,false",
        "name,true",
        "nothing,false",
        "absent,false",
        "!text,false",
        "!no,true",
        "!absent,true",
        "!nothing,true",
        "text=a,true",
        "text=b,false",
        "text=A,false",
        "absent=a,false",
        "text!=a,false",
        "text!=b,true",
        "absent!=a,true",
        "no=no,true",
        "'list=a,b',true",
        "list=a,false"
    })
    void a_term(String term, boolean expected) {
        assertThat(holds(term)).isEqualTo(expected);
    }

    @Test
    void an_empty_value_is_compared_like_any_other() {
        assertThat(holds("text=")).isFalse();
        assertThat(holds("text!=")).isTrue();
    }

    @Test
    void all_terms_must_hold() {
        assertThat(holds("text", "yes")).isTrue();
        assertThat(holds("text", "no")).isFalse();
        assertThat(Condition.ALWAYS.holds(FIELDS::get)).isTrue();
    }

    @Test
    void reads_well_in_a_message() {
        Condition condition = new Condition(List.of(
                Objects.requireNonNull(Condition.term("auth!=ip")), Objects.requireNonNull(Condition.term("!port"))));

        assertThat(condition).hasToString("auth!=ip and !port");
        assertThat(condition.fields()).containsExactlyInAnyOrder("auth", "port");
    }
}
