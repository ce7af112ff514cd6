package io.sipwright.testkit;

import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link WithAsterisk} does. */
final class AsteriskExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
        provision(context).ifPresent(AsteriskProvision::requireInstallation);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        provision(context).ifPresent(AsteriskProvision::requireInstallation);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return AsteriskProvision.supports(parameter) && provision(context).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return provision(context).orElseThrow().resolve(parameter);
    }

    /** Looks from the test outwards for the annotation: its place tells for how long the server lives. */
    private static Optional<AsteriskProvision> provision(ExtensionContext context) {
        if (AnnotationSupport.isAnnotated(context.getTestMethod(), AsteriskTest.class)) {
            // Each invocation of such a method brings its own.
            return Optional.empty();
        }
        Optional<ExtensionContext> place = Optional.of(context);
        while (place.isPresent()) {
            ExtensionContext here = place.get();
            Optional<WithAsterisk> annotation = AnnotationSupport.findAnnotation(here.getElement(), WithAsterisk.class);
            if (annotation.isPresent()) {
                return Optional.of(new AsteriskProvision(annotation.get().value(), here));
            }
            place = here.getParent();
        }
        return Optional.empty();
    }
}
