package io.sipwright.store;

import io.sipwright.template.ObjectSpec;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Names that objects have taken for their sections, by the names in lower case; copied at the first change. */
final class MemoryClaims {

    /** Whose section it is. */
    record Claim(ObjectKind kind, String owner) {

        boolean isOf(ObjectKind other, String name) {
            return kind == other && MemoryObjects.key(owner).equals(MemoryObjects.key(name));
        }
    }

    private final Function<String, Optional<ObjectKind>> bearer;
    private Map<String, Claim> claims;
    private boolean copied;

    /**
     * Those of one state.
     *
     * @param bearer kind of the object of a name, now
     */
    MemoryClaims(Map<String, Claim> before, Function<String, Optional<ObjectKind>> bearer) {
        this.claims = before;
        this.bearer = bearer;
    }

    Map<String, Claim> toMap() {
        return copied ? Collections.unmodifiableMap(claims) : claims;
    }

    static Optional<String> owner(Map<String, Claim> claims, String name) {
        return Optional.ofNullable(claims.get(MemoryObjects.key(name))).map(Claim::owner);
    }

    Optional<String> owner(String name) {
        return owner(claims, name);
    }

    /**
     * Takes all names that objects want, and gives up those that they no longer want.
     *
     * @throws ConflictException if one is not to be had; nothing has changed then
     */
    void take(ObjectKind kind, List<? extends ObjectSpec> specs) {
        Map<String, String> wanted = new HashMap<>(2 * specs.size());
        Set<String> owners = new HashSet<>(2 * specs.size());
        Map<String, Claim> taken = new LinkedHashMap<>();
        for (ObjectSpec spec : specs) {
            String owner = MemoryObjects.key(spec.name());
            owners.add(owner);
            want(spec.name(), owner, wanted);
            for (String name : spec.explicitSectionNames()) {
                want(name, owner, wanted);
                taken.put(MemoryObjects.key(name), new Claim(kind, spec.name()));
            }
        }
        specs.forEach(spec -> {
            check(spec.name(), kind, spec, owners);
            spec.explicitSectionNames().forEach(name -> check(name, kind, spec, owners));
        });
        boolean givenUp = claims.values().stream().anyMatch(claim -> isAmong(claim, kind, owners));
        if (givenUp || !taken.isEmpty()) {
            copyOnce();
            claims.values().removeIf(claim -> isAmong(claim, kind, owners));
            claims.putAll(taken);
        }
    }

    /** No two objects may want one name. */
    private static void want(String name, String owner, Map<String, String> wanted) {
        String other = wanted.putIfAbsent(MemoryObjects.key(name), owner);
        if (other != null && !other.equals(owner)) {
            throw new ConflictException(name);
        }
    }

    private void check(String name, ObjectKind kind, ObjectSpec spec, Set<String> owners) {
        Claim claim = claims.get(MemoryObjects.key(name));
        boolean isClaimed = claim != null && !isAmong(claim, kind, owners);
        boolean isOwn = MemoryObjects.key(name).equals(MemoryObjects.key(spec.name()));
        boolean isBorne =
                bearer.apply(name).filter(other -> !isOwn || other != kind).isPresent();
        if (isClaimed || isBorne) {
            throw new ConflictException(name);
        }
    }

    private static boolean isAmong(Claim claim, ObjectKind kind, Set<String> owners) {
        return claim.kind == kind && owners.contains(MemoryObjects.key(claim.owner));
    }

    void release(ObjectKind kind, String owner) {
        if (claims.values().stream().anyMatch(claim -> claim.isOf(kind, owner))) {
            copyOnce();
            claims.values().removeIf(claim -> claim.isOf(kind, owner));
        }
    }

    private void copyOnce() {
        if (!copied) {
            claims = new HashMap<>(claims);
            copied = true;
        }
    }
}
