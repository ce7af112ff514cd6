package io.sipwright.testkit.template;

import static io.sipwright.testkit.template.SpecArbitraryTest.arbitrary;
import static io.sipwright.testkit.template.SpecArbitraryTest.generate;
import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.ObjectSpec;
import io.sipwright.validation.SecretPolicy;
import io.sipwright.validation.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake is refused where it was announced. */
class NearlyValidTest {

    /** Of each template; each has some hundred mistakes. */
    private static final int SPECS = Integer.getInteger("specs", 6);

    static Stream<SpecForm<?>> forms() {
        return OddTemplates.forms();
    }

    private static SpecJudge judge(AsteriskVersion version) {
        return new SpecJudge(OddTemplates.CATALOG, Set.of(version), SecretPolicy.standard());
    }

    @ParameterizedTest
    @EnumSource
    void every_mistake_of_some_specs_is_refused_at_its_path(AsteriskVersion version) {
        SpecJudge judge = judge(version);
        forms().forEach(form -> everyMistake(form, judge));
    }

    private static <S extends ObjectSpec> void everyMistake(SpecForm<S> form, SpecJudge judge) {
        Set<String> sorts = new HashSet<>();
        int[] count = new int[1];
        generate(arbitrary(form).withOverrides(), SPECS).forEach(good -> {
            Map<String, List<NearlyValid<S>>> mistakes = Mistakes.of(form, good);
            sorts.addAll(mistakes.keySet());
            mistakes.values().stream().flatMap(List::stream).forEach(bad -> {
                count[0]++;
                assertRefused(form, judge, bad);
            });
        });
        assertThat(sorts)
                .contains("empty", "line feed", "too long", "unknown field", "no name", "unknown template")
                .contains("override of an unknown option", "override with a line feed");
        // Some carriers ask for nothing that is not there by default.
        boolean asks = form.template().fields().stream()
                .anyMatch(
                        field -> field.required() != null && field.defaultText().isEmpty());
        assertThat(sorts.contains("missing")).as(form.template().id()).isEqualTo(asks);
        System.out.printf("%s: %d mistakes of %d sorts%n", form.template().id(), count[0], sorts.size());
    }

    private static <S extends ObjectSpec> void assertRefused(SpecForm<S> form, SpecJudge judge, NearlyValid<S> bad) {
        List<Violation> violations = judge.violations(form, bad.spec());
        assertThat(violations)
                .as("%s %s", bad, Fault.sample(form, bad.spec()))
                .extracting(Violation::path)
                .contains(bad.path());
    }

    @ParameterizedTest
    @MethodSource("forms")
    <S extends ObjectSpec> void those_that_are_generated_are_refused_too(SpecForm<S> form) {
        SpecJudge judge = judge(AsteriskVersion.V22);
        Set<String> labels = new HashSet<>();
        generate(arbitrary(form).nearlyValid(), 200).forEach(bad -> {
            labels.add(bad.label());
            assertRefused(form, judge, bad);
        });
        assertThat(labels).hasSizeGreaterThan(30);
    }
}
