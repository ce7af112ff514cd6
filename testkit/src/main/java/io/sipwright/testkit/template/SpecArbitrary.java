package io.sipwright.testkit.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.FieldValue;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.template.TemplateField;
import io.sipwright.validation.SecretPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.ArbitraryDecorator;

/**
 * Generates specs that the library accepts, from {@link TrunkArbitraries} or {@link SipUserArbitraries}. Their values are in
 * the form that is stored. Every choice of a template comes up, every other field is filled in or left empty, and of each
 * sort of field the shortest, the longest and odd values as well as any others. One in ten is not active.
 *
 * <p>By default they are valid for every version of Asterisk, with the standard policy for passwords, and without
 * overrides. Immutable.
 *
 * @param <S> trunks or users
 */
public final class SpecArbitrary<S extends ObjectSpec> extends ArbitraryDecorator<S> {

    private static final int MOST_OVERRIDES = 3;

    private final List<SpecForm<S>> forms;
    private final TemplateCatalog catalog;
    private final Set<AsteriskVersion> versions;
    private final SecretPolicy secrets;
    private final boolean overridden;
    private final Supplier<List<Assembly<S>>> assemblies;

    SpecArbitrary(List<SpecForm<S>> forms, TemplateCatalog catalog) {
        this(forms, catalog, EnumSet.allOf(AsteriskVersion.class), SecretPolicy.standard(), false);
    }

    private SpecArbitrary(
            List<SpecForm<S>> forms,
            TemplateCatalog catalog,
            Set<AsteriskVersion> versions,
            SecretPolicy secrets,
            boolean overridden) {
        if (forms.isEmpty()) {
            throw new IllegalArgumentException("There is no template of this kind in the catalogue");
        }
        this.forms = forms;
        this.catalog = catalog;
        this.versions = versions;
        this.secrets = secrets;
        this.overridden = overridden;
        assemblies = new Once<>(this::assemble);
    }

    /** Valid for these versions of Asterisk only. */
    public SpecArbitrary<S> forVersions(AsteriskVersion first, AsteriskVersion... more) {
        return new SpecArbitrary<>(forms, catalog, EnumSet.of(first, more), secrets, overridden);
    }

    /** With passwords that this policy accepts. */
    public SpecArbitrary<S> secrets(SecretPolicy policy) {
        return new SpecArbitrary<>(forms, catalog, versions, policy, overridden);
    }

    /** With up to three options set by hand, drawn from what Asterisk knows. */
    public SpecArbitrary<S> withOverrides() {
        return new SpecArbitrary<>(forms, catalog, versions, secrets, true);
    }

    /** Generates such specs with one thing wrong, which the library refuses. */
    public Arbitrary<NearlyValid<S>> nearlyValid() {
        return Arbitraries.of(assemblies.get())
                .flatMap(assembly -> specs(assembly).flatMap(spec -> {
                    Map<String, List<NearlyValid<S>>> mistakes = Mistakes.of(assembly.form(), spec);
                    return Arbitraries.of(List.copyOf(mistakes.keySet()))
                            .flatMap(label -> Arbitraries.of(mistakes.getOrDefault(label, List.of())));
                }))
                .withoutEdgeCases();
    }

    @Override
    protected Arbitrary<S> arbitrary() {
        return Arbitraries.of(assemblies.get()).flatMap(this::specs).withoutEdgeCases();
    }

    List<Assembly<S>> assemblies() {
        return assemblies.get();
    }

    private List<Assembly<S>> assemble() {
        SpecJudge judge = new SpecJudge(catalog, versions, secrets);
        List<Assembly<S>> made = new ArrayList<>();
        forms.forEach(form -> made.add(new Assembly<>(form, judge, shortestSecret())));
        return made;
    }

    private int shortestSecret() {
        return Math.max(secrets.trunkMinimum(), secrets.userMinimum());
    }

    /** Of one template; the few that could not be made valid are left out. */
    private Arbitrary<S> specs(Assembly<S> assembly) {
        return attempts(assembly).filter(Optional::isPresent).map(Optional::get);
    }

    /** The same, with an empty one for each that could not be made valid. */
    Arbitrary<Optional<S>> attempts(Assembly<S> assembly) {
        SpecForm<S> form = assembly.form();
        List<Arbitrary<Optional<Map.Entry<String, FieldValue>>>> fields = new ArrayList<>();
        for (TemplateField field : form.template().fields()) {
            fields.add(FieldArbitraries.of(field, shortestSecret())
                    .map(value -> Map.entry(field.name(), value))
                    .optional(0.5));
        }
        Arbitrary<List<OptionOverride>> overrides = overridden
                ? OverrideArbitraries.of(form.template(), versions).list().ofMaxSize(MOST_OVERRIDES)
                : Arbitraries.just(List.of());
        return Combinators.combine(
                        NameArbitraries.upTo(form.longestName()),
                        Arbitraries.of(assembly.goals().all()),
                        Combinators.combine(fields).as(SpecArbitrary::map),
                        overrides,
                        Arbitraries.of(true).injectNull(0.1))
                .as((name, goal, drawn, set, active) -> assembly.put(name, goal, drawn, set, active != null))
                .withoutEdgeCases();
    }

    private static Map<String, FieldValue> map(List<Optional<Map.Entry<String, FieldValue>>> drawn) {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        drawn.forEach(one -> one.ifPresent(entry -> values.put(entry.getKey(), entry.getValue())));
        return values;
    }
}
