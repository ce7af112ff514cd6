package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RowTextTest {

    @Property
    void what_is_escaped_reads_back(@ForAll("texts") String text) {
        assertThat(RowText.escaped(text)).doesNotContain(";");
        assertThat(RowText.unescaped(RowText.escaped(text))).isEqualTo(text);
    }

    @Property
    void several_values_read_back(@ForAll("lists") List<String> values) {
        assertThat(RowText.values(RowText.joined(values))).isEqualTo(values);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars(";^35EB0aé\\'\"% ").ofMaxLength(12);
    }

    @Provide
    Arbitrary<List<String>> lists() {
        return texts().filter(text -> !text.isBlank()).list().ofMaxSize(4);
    }

    @Test
    void only_two_hexadecimal_digits_are_a_character() {
        assertThat(RowText.unescaped("^3B^5E^zz^3^")).isEqualTo(";^^zz^3^");
        assertThat(RowText.unescaped("^5E3B")).isEqualTo("^3B");
    }
}
