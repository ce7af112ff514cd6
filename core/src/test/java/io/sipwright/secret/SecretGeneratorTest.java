package io.sipwright.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Generated passwords are long, safe in any place, and never the same. */
class SecretGeneratorTest {

    private final List<String> generated = Stream.generate(new SecretGenerator()::generate)
            .limit(2_000)
            .map(Secret::reveal)
            .toList();

    @Test
    void have_24_characters() {
        assertThat(generated).allSatisfy(secret -> assertThat(secret).hasSize(24));
    }

    @Test
    void are_letters_and_digits_that_cannot_be_mistaken() {
        assertThat(generated).allSatisfy(secret -> assertThat(secret).matches("[A-Za-z2-9&&[^IOl]]+"));
    }

    @Test
    void are_all_different() {
        assertThat(generated).doesNotHaveDuplicates();
    }

    @Test
    void use_the_whole_alphabet_in_every_place() {
        for (int place : new int[] {0, 11, 23}) {
            Set<Character> seen = new HashSet<>();
            generated.forEach(secret -> seen.add(secret.charAt(place)));
            assertThat(seen).hasSize(56);
        }
    }
}
