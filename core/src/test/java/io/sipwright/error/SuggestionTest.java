package io.sipwright.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> KNOWN = List.of("allow", "aors", "auth", "disallow", "context", "contact_user");

    @ParameterizedTest
    @CsvSource({
        "alow, allow",
        "ALLOW, allow",
        "aor, aors",
        "contxt, context",
        "contactuser, contact_user",
        "dissalow, disallow"
    })
    void a_name_that_is_nearly_right_is_found(String wrong, String right) {
        assertThat(Suggestion.closest(wrong, KNOWN)).contains(right);
        assertThat(Suggestion.clause(wrong, KNOWN)).isEqualTo("; did you mean '" + right + "'?");
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "password", "contactcontact", "a"})
    void another_name_is_not(String wrong) {
        assertThat(Suggestion.closest(wrong, KNOWN)).isEmpty();
        assertThat(Suggestion.clause(wrong, KNOWN)).isEmpty();
    }

    @Test
    void of_two_equally_near_the_first_in_the_alphabet_is_taken() {
        assertThat(Suggestion.closest("bat", List.of("cat", "bad"))).contains("bad");
    }

    @Test
    void nothing_is_suggested_where_nothing_is_known() {
        assertThat(Suggestion.closest("allow", List.of())).isEmpty();
    }
}
