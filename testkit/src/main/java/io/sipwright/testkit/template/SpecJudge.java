package io.sipwright.testkit.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.validation.SecretPolicy;
import io.sipwright.validation.SpecValidator;
import io.sipwright.validation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the library's own validation says, for each of some versions of Asterisk. Thread-safe. */
final class SpecJudge {

    private final List<SpecValidator> validators = new ArrayList<>();

    SpecJudge(TemplateCatalog catalog, Set<AsteriskVersion> versions, SecretPolicy secrets) {
        versions.forEach(version -> validators.add(
                new SpecValidator(catalog, version, secrets, SpecValidator.USUAL_TRANSPORTS, Locale.ENGLISH)));
    }

    /** All that is wrong with a spec, for the first version that refuses it. */
    <S extends ObjectSpec> List<Violation> violations(SpecForm<S> form, S spec) {
        for (SpecValidator validator : validators) {
            List<Violation> violations = form.check(spec, validator);
            if (!violations.isEmpty()) {
                return violations;
            }
        }
        return List.of();
    }
}
