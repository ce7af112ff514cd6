package io.sipwright.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;

/**
 * The server of one place in the tests: made for the first who asks, stopped when that place is left.
 *
 * @param major 0 for the newest there is
 * @param place the context whose store keeps the server, and closes it at its end
 */
record AsteriskProvision(int major, ExtensionContext place) {
    private static final Namespace NAMESPACE = Namespace.create(AsteriskProvision.class);

    static boolean supports(ParameterContext parameter) {
        Class<?> type = parameter.getParameter().getType();
        return type == AsteriskServer.class || type == AsteriskInstallation.class;
    }

    Object resolve(ParameterContext parameter) {
        AsteriskInstallation installation = requireInstallation();
        if (parameter.getParameter().getType() == AsteriskInstallation.class) {
            return installation;
        }
        // The place is part of the key, since a store also finds what the stores around it hold.
        return place.getStore(NAMESPACE)
                .computeIfAbsent(
                        place.getUniqueId(),
                        key -> AsteriskServer.builder(installation).start(),
                        AsteriskServer.class);
    }

    AsteriskInstallation requireInstallation() {
        return AsteriskAvailability.of(place.getConfigurationParameter(AsteriskAvailability.PROPERTY))
                .choose(major, InstallationSearch.ofThisMachine());
    }
}
