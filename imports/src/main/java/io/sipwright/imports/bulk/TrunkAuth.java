package io.sipwright.imports.bulk;

import io.sipwright.template.ProviderTemplate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The field {@code auth} of a trunk, from {@code auth_type} and {@code registration_enabled}, as the REST API takes them. */
final class TrunkAuth {

    private static final String REGISTRATION = "registration";
    private static final String CREDENTIALS = "credentials";
    private static final String IP = "ip";

    private TrunkAuth() {}

    /** The mode; empty where the usual one of the template will do. */
    static Optional<String> mode(
            @Nullable String type, @Nullable Boolean registers, @Nullable ProviderTemplate template) {
        List<String> modes = template == null ? List.of() : template.authModes();
        String usual = modes.isEmpty() ? "" : modes.get(0);
        return Optional.ofNullable(wanted(type, registers, modes, usual)).filter(mode -> !mode.equals(usual));
    }

    private static @Nullable String wanted(
            @Nullable String type, @Nullable Boolean registers, List<String> modes, String usual) {
        if (type == null) {
            // Without registration means nothing to a trunk that has none anyway.
            return registers == null
                    ? null
                    : registers ? REGISTRATION : usual.equals(REGISTRATION) ? CREDENTIALS : null;
        }
        if (type.equals(IP)) {
            return IP;
        }
        if (registers != null) {
            return registers ? REGISTRATION : withoutRegistration(modes);
        }
        return modes.stream().filter(mode -> !mode.equals(IP)).findFirst().orElse(CREDENTIALS);
    }

    /** Where a carrier takes no password, a certificate is the credential. */
    private static String withoutRegistration(List<String> modes) {
        return modes.stream()
                .filter(mode -> !mode.equals(IP) && !mode.equals(REGISTRATION))
                .findFirst()
                .orElse(CREDENTIALS);
    }
}
