package io.sipwright.jdbc;

import io.sipwright.store.ConflictException;
import io.sipwright.template.ObjectSpec;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The names that some objects of one kind want to bear, for themselves and for their sections, and which of them wants which. */
final class WantedNames {

    /** A name, and who wants it, in lower case. */
    private record Wish(String name, String owner) {}

    private final Map<String, Wish> wishes = new LinkedHashMap<>();
    private final Set<String> owners = new HashSet<>();

    /**
     * The names.
     *
     * @throws ConflictException if two objects want the same
     */
    static WantedNames of(List<? extends ObjectSpec> specs) {
        WantedNames wanted = new WantedNames();
        for (ObjectSpec spec : specs) {
            String owner = NameTable.key(spec.name());
            wanted.owners.add(owner);
            wanted.add(spec.name(), owner);
            spec.explicitSectionNames().forEach(name -> wanted.add(name, owner));
        }
        return wanted;
    }

    private void add(String name, String owner) {
        Wish other = wishes.putIfAbsent(NameTable.key(name), new Wish(name, owner));
        if (other != null && !other.owner.equals(owner)) {
            throw new ConflictException(name);
        }
    }

    List<String> names() {
        return wishes.values().stream().map(Wish::name).toList();
    }

    /** Whether an object is one of those that want names. */
    boolean isWanting(String owner) {
        return owners.contains(owner);
    }

    /** The spelling of a name that is wanted. */
    String name(String key) {
        return wish(key).name;
    }

    /** Who wants a name. */
    String owner(String key) {
        return wish(key).owner;
    }

    private Wish wish(String key) {
        return Objects.requireNonNull(wishes.get(key), "no one wants this name");
    }
}
