package io.sipwright.testkit.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.FieldType;
import io.sipwright.template.FieldValue;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.template.TemplateField;
import io.sipwright.template.UserTemplate;
import io.sipwright.validation.SecretPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated is valid, and of all sorts. */
class SpecArbitraryTest {

    private static final int TRIES = Integer.getInteger("tries", 150);

    private static final SpecJudge JUDGE =
            new SpecJudge(OddTemplates.CATALOG, Set.of(AsteriskVersion.values()), SecretPolicy.standard());

    static Stream<SpecForm<?>> forms() {
        return OddTemplates.forms();
    }

    @ParameterizedTest
    @MethodSource("forms")
    <S extends ObjectSpec> void all_are_valid_and_show_all_that_a_template_has(SpecForm<S> form) {
        Map<String, Set<String>> seen = new HashMap<>();
        // Enough that a choice of many is not left out by chance.
        int choices = form.template().fields().stream()
                .mapToInt(field -> field.choices().size())
                .sum();
        generate(arbitrary(form), Math.max(TRIES, 15 * choices)).forEach(spec -> {
            assertThat(JUDGE.violations(form, spec))
                    .as("%s", Fault.sample(form, spec))
                    .isEmpty();
            for (TemplateField field : form.template().fields()) {
                FieldValue value = spec.fields().get(field.name());
                seen.computeIfAbsent(field.name(), key -> new HashSet<>()).add(value == null ? "" : value.text());
            }
        });
        for (TemplateField field : form.template().fields()) {
            Set<String> values = seen.getOrDefault(field.name(), Set.of());
            if (field.type() == FieldType.CHOICE) {
                assertThat(values).as(field.name()).containsAll(field.choices().keySet());
            } else if (field.type() == FieldType.BOOLEAN) {
                assertThat(values).as(field.name()).contains("yes", "no");
            } else {
                assertThat(values).as(field.name()).hasSizeGreaterThan(field.type() == FieldType.INTEGER ? 8 : 20);
            }
            if (field.required() == null) {
                assertThat(values).as(field.name()).contains("");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    <S extends ObjectSpec> void next_to_nothing_is_thrown_away(SpecForm<S> form) {
        SpecArbitrary<S> arbitrary = arbitrary(form).withOverrides();
        Assembly<S> assembly = arbitrary.assemblies().get(0);
        long lost = generate(arbitrary.attempts(assembly), TRIES)
                .filter(Optional::isEmpty)
                .count();
        System.out.printf("%s: %d of %d thrown away%n", form.template().id(), lost, TRIES);
        assertThat(lost).isLessThanOrEqualTo(TRIES / 50);
        assertThat(assembly.goals().unreachable()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    <S extends ObjectSpec> void overrides_are_valid_as_well(SpecForm<S> form) {
        Set<String> overridden = new HashSet<>();
        generate(arbitrary(form).withOverrides(), TRIES).forEach(spec -> {
            assertThat(JUDGE.violations(form, spec)).isEmpty();
            spec.overrides().forEach(override -> overridden.add(override.path()));
        });
        assertThat(overridden).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("forms")
    <S extends ObjectSpec> void the_edges_of_each_form_come_up(SpecForm<S> form) {
        Map<String, Set<Integer>> lengths = new HashMap<>();
        Set<Boolean> active = new HashSet<>();
        Set<Integer> names = new HashSet<>();
        generate(arbitrary(form), 2 * TRIES).forEach(spec -> {
            active.add(spec.active());
            names.add(spec.name().length());
            spec.fields()
                    .forEach((field, value) -> lengths.computeIfAbsent(field, key -> new HashSet<>())
                            .add(value.text().length()));
        });
        assertThat(active).containsExactlyInAnyOrder(true, false);
        assertThat(names).contains(1, form.longestName());
        for (TemplateField field : form.template().fields()) {
            if (field.type() != FieldType.CHOICE && field.type() != FieldType.BOOLEAN) {
                FieldSamples samples = FieldSamples.of(field, 12);
                assertThat(lengths.getOrDefault(field.name(), Set.of()))
                        .as(field.name())
                        .contains(samples.shortest().text().length());
            }
        }
    }

    @Test
    void a_policy_of_the_host_counts() {
        SpecArbitrary<?> strict =
                SipUserArbitraries.of(OddTemplates.user("least")).secrets(new SecretPolicy(40, 12));
        generate(strict, 100)
                .forEach(user ->
                        assertThat(user.fields().text("pin").orElseThrow()).hasSizeGreaterThanOrEqualTo(40));
    }

    @Test
    void what_accepts_nothing_is_refused_with_the_reason() {
        UserTemplate open = OddTemplates.catalog(BrokenTemplate.OPEN_DOOR.json)
                .userTemplate("broken")
                .orElseThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SipUserArbitraries.of(open).sample())
                .withMessageContaining("broken")
                .withMessageContaining("sections.endpoint.auth");
    }

    static <S extends ObjectSpec> SpecArbitrary<S> arbitrary(SpecForm<S> form) {
        return new SpecArbitrary<>(List.of(form), TemplateCatalog.of(form.template()));
    }

    /** The same each time. */
    static <T> Stream<T> generate(Arbitrary<T> arbitrary, int count) {
        List<T> generated = new ArrayList<>();
        JqwikSession.run(() -> {
            Random random = new Random(4711);
            var generator = arbitrary.generator(count);
            Stream.generate(() -> generator.next(random).value()).limit(count).forEach(generated::add);
        });
        return generated.stream();
    }
}
