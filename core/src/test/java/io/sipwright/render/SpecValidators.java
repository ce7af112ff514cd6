package io.sipwright.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.Samples;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.Neighbours;
import io.sipwright.validation.SecretPolicy;
import io.sipwright.validation.SpecValidator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes sure that what a test renders could be stored: it is valid and normalized. */
final class SpecValidators {

    private static final Neighbours NOBODY = new Neighbours() {
        @Override
        public Optional<TrunkSpec> trunk(String name) {
            return Optional.empty();
        }

        @Override
        public boolean hasUser(String name) {
            return false;
        }

        @Override
        public Optional<String> sectionOwner(String sectionName) {
            return Optional.empty();
        }

        @Override
        public Stream<TrunkSpec> trunks() {
            return Stream.empty();
        }
    };

    private final SpecValidator validator;

    SpecValidators(AsteriskVersion version) {
        validator = new SpecValidator(
                Samples.SHIPPED, version, SecretPolicy.standard(), SpecValidator.USUAL_TRANSPORTS, Locale.ENGLISH);
    }

    TrunkSpec normalized(TrunkSpec trunk) {
        TrunkSpec normalized = validator.normalize(trunk);
        assertThat(validator.check(normalized, true, NOBODY)).isEmpty();
        return normalized;
    }

    SipUserSpec normalized(SipUserSpec user) {
        SipUserSpec normalized = validator.normalize(user);
        assertThat(validator.check(normalized, true, NOBODY)).isEmpty();
        return normalized;
    }

    boolean accepts(TrunkSpec trunk) {
        return validator.check(validator.normalize(trunk), true, NOBODY).isEmpty();
    }

    boolean accepts(SipUserSpec user) {
        return validator.check(validator.normalize(user), true, NOBODY).isEmpty();
    }
}
