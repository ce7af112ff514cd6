package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A value stands in an option exactly as it was given, whatever it looks like. */
class FillingPropertyTest {

    private static final ProviderTemplate X = Loading.load(Loading.provider(
            "'a':{},'b':{},'c':{'default':'${a}'}", "'mailboxes':'${a}','voicemail_extension':'<${b}|${c}>'"));

    @Property(tries = 10_000)
    void filling_is_one_pass(@ForAll("texts") String a, @ForAll("texts") String b) {
        assertThat(Filled.of("t").with("a", a).with("b", b).lines(X))
                .containsExactly("[t-aor]", "type=aor", "mailboxes=" + a, "voicemail_extension=<" + b + "|" + a + ">");
    }

    @Property
    void the_order_of_fields_does_not_matter(@ForAll("texts") String a, @ForAll("texts") String b) {
        assertThat(Filled.of("t").with("b", b).with("a", a).lines(X))
                .isEqualTo(Filled.of("t").with("a", a).with("b", b).lines(X));
    }

    @Property
    void checking_never_fails(@ForAll FieldType type, @ForAll("texts") String text, @ForAll("texts") String other) {
        TemplateField field = FieldTypes.field(type, null, null);
        for (FieldValue value : List.of(FieldValue.of(text), FieldValue.of(List.of(text, other)))) {
            FieldValue stored = FieldCheck.normalize(field, value);
            assertThat(FieldCheck.normalize(field, stored)).isEqualTo(stored);
            FieldCheck.problem(field, stored)
                    .ifPresent(problem -> assertThat(problem.code()).matches("(field|text)\\.[a-z0-9_]+"));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> soup = Arbitraries.of(
                        "${a}", "${b}", "${c}", "${name}", "${", "}", "$", "\\", "$1", "%s", "{0}", ";", ",", "=", "é",
                        " ", "x", "😀", "\ud83d")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(soup, Arbitraries.strings().ofMinLength(1).ofMaxLength(8));
    }
}
