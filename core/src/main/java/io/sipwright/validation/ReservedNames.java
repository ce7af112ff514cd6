package io.sipwright.validation;

import java.util.Locale;
import java.util.Set;

/** Names that mean something to Asterisk or to the host's own configuration. */
final class ReservedNames {

    private static final Set<String> RESERVED = Set.of("general", "global", "system", "default", "acl");

    private final Set<String> transports;

    ReservedNames(Set<String> transports) {
        this.transports = transports;
    }

    /** An endpoint named anonymous answers every stranger. */
    boolean contains(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return RESERVED.contains(lower)
                || lower.startsWith("anonymous")
                || transports.stream().anyMatch(transport -> transport.equalsIgnoreCase(name));
    }
}
