package io.sipwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.Samples;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A validator with the shipped templates, and what is already there. */
final class Checking implements Neighbours {

    private final SpecValidator validator;
    private final List<TrunkSpec> trunks = new ArrayList<>();
    private final List<String> users = new ArrayList<>();
    private final Map<String, String> sectionOwners = new HashMap<>();

    private Checking(SpecValidator validator) {
        this.validator = validator;
    }

    static Checking standard() {
        return of(AsteriskVersion.V22, SecretPolicy.standard(), Locale.ENGLISH);
    }

    static Checking of(AsteriskVersion version, SecretPolicy secrets, Locale locale) {
        return new Checking(
                new SpecValidator(Samples.SHIPPED, version, secrets, SpecValidator.USUAL_TRANSPORTS, locale));
    }

    /** With a template of one's own besides the shipped ones. */
    static Checking with(String template) {
        return new Checking(new SpecValidator(
                TemplateCatalog.builder().addJson("own.json", template).build(),
                AsteriskVersion.V22,
                SecretPolicy.standard(),
                SpecValidator.USUAL_TRANSPORTS,
                Locale.ENGLISH));
    }

    Checking withTrunks(TrunkSpec... present) {
        trunks.addAll(List.of(present));
        List.of(present).forEach(this::own);
        return this;
    }

    Checking withUsers(SipUserSpec... present) {
        for (SipUserSpec user : present) {
            users.add(user.name());
            own(user);
        }
        return this;
    }

    private void own(ObjectSpec spec) {
        spec.explicitSectionNames().forEach(name -> sectionOwners.put(name.toLowerCase(Locale.ROOT), spec.name()));
    }

    Checking withUsers(String... present) {
        users.addAll(List.of(present));
        return this;
    }

    List<Violation> create(TrunkSpec trunk) {
        return validator.check(validator.normalize(trunk), true, this);
    }

    List<Violation> update(TrunkSpec trunk) {
        return validator.check(validator.normalize(trunk), false, this);
    }

    List<Violation> create(SipUserSpec user) {
        return validator.check(validator.normalize(user), true, this);
    }

    List<Violation> update(SipUserSpec user) {
        return validator.check(validator.normalize(user), false, this);
    }

    /** Exactly one thing is wrong, with that path and code; it is returned. */
    static Violation only(List<Violation> violations, String path, String code) {
        assertThat(violations).hasSize(1);
        Violation violation = violations.get(0);
        assertThat(violation.path()).isEqualTo(path);
        assertThat(violation.code()).isEqualTo(code);
        return violation;
    }

    @Override
    public Optional<TrunkSpec> trunk(String name) {
        return trunks.stream()
                .filter(trunk -> trunk.name().equalsIgnoreCase(name))
                .findFirst();
    }

    @Override
    public boolean hasUser(String name) {
        return users.stream().anyMatch(name::equalsIgnoreCase);
    }

    @Override
    public Optional<String> sectionOwner(String sectionName) {
        return Optional.ofNullable(sectionOwners.get(sectionName.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Stream<TrunkSpec> trunks() {
        return trunks.stream();
    }
}
