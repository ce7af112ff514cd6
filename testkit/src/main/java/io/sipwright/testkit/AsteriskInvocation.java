package io.sipwright.testkit;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One invocation of an {@link AsteriskTest}, with one version. */
record AsteriskInvocation(int major) implements BeforeEachCallback, ParameterResolver {

    @Override
    public void beforeEach(ExtensionContext context) {
        provision(context).requireInstallation();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getTestMethod().isPresent() && AsteriskProvision.supports(parameter);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return provision(context).resolve(parameter);
    }

    private AsteriskProvision provision(ExtensionContext context) {
        return new AsteriskProvision(major, context);
    }
}
