package io.sipwright.apply;

import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Which registrations carriers notice. Asterisk ends and begins one anew whenever anything about it has changed, be it the
 * stamp; where only its auth has, it does nothing, and is told to register again.
 */
final class Restarts {

    private static final String REGISTRATION = "registration";

    private Restarts() {}

    /**
     * Registrations that are moved themselves, then those whose auth is.
     *
     * @param moved objects that are added, changed or removed
     */
    static List<ObjectKey> of(Set<ObjectKey> moved, Manifest wanted) {
        List<ObjectKey> restarts = new ArrayList<>();
        moved.stream().filter(Restarts::isRegistration).forEach(restarts::add);
        wanted.keys().stream()
                .filter(key -> isRegistration(key) && !moved.contains(key) && usesAny(wanted, key, moved))
                .forEach(restarts::add);
        return restarts;
    }

    private static boolean isRegistration(ObjectKey key) {
        return key.type().equals(REGISTRATION);
    }

    private static boolean usesAny(Manifest wanted, ObjectKey registration, Set<ObjectKey> moved) {
        String auths =
                wanted.find(registration).map(Manifest.Entry::outboundAuth).orElse("");
        return Arrays.stream(auths.split(",", -1))
                .anyMatch(name -> moved.contains(new ObjectKey("auth", name.strip())));
    }
}
