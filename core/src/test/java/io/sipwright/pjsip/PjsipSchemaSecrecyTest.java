package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No message shows what an option was set to. */
class PjsipSchemaSecrecyTest {

    private static final List<String> CANARIES = List.of(
            "canary", "sip:canary", "1canary", "canary\n", " canary", "all,canary", "A canary=", "canary".repeat(2000));

    @ParameterizedTest
    @EnumSource
    void a_value_of_any_option_stays_secret(AsteriskVersion version) {
        PjsipSchema schema = PjsipSchema.of(version);
        assertThat(schema.types().values())
                .allSatisfy(type -> Stream.concat(type.options().keySet().stream(), Stream.of("@rev", "nope"))
                        .forEach(name -> CANARIES.forEach(value -> assertSecret(schema, type, name, value))));
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_type_stays_secret(AsteriskVersion version) {
        CANARIES.forEach(value -> assertThat(PjsipSchema.of(version).check(Section.of("x", value, List.of())))
                .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("canary")));
    }

    private static void assertSecret(PjsipSchema schema, SectionType type, String name, String value) {
        Section section = Section.of("x", type.name(), List.of(new Option(name, value)));
        assertThat(schema.check(section))
                .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("canary"));
    }
}
