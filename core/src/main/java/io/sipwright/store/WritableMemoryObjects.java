package io.sipwright.store;

import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Objects of one kind during a change; copied at the first one. */
final class WritableMemoryObjects<T extends ProvisionedObject, S extends ObjectSpec> implements WritableObjects<T, S> {

    /** Makes what is kept from what was described. */
    interface Rows<T, S> {

        T created(S spec, int templateVersion);

        T changed(T before, S spec, int templateVersion);
    }

    private final String kind;
    private final MemoryObjects<T> before;
    private final Predicate<String> isTaken;
    private final Rows<T, S> rows;
    private @Nullable MemoryObjects<T> changed;
    private TreeMap<String, T> byName = new TreeMap<>();
    private TreeMap<String, String> spelling = new TreeMap<>();

    WritableMemoryObjects(String kind, MemoryObjects<T> before, Predicate<String> isTaken, Rows<T, S> rows) {
        this.kind = kind;
        this.before = before;
        this.isTaken = isTaken;
        this.rows = rows;
    }

    boolean isChanged() {
        return changed != null;
    }

    MemoryObjects<T> toObjects() {
        return changed == null ? before : changed;
    }

    @Override
    public Optional<T> find(String name) {
        return toObjects().find(name);
    }

    @Override
    public Stream<T> stream() {
        return toObjects().stream();
    }

    @Override
    public T insert(S spec, int templateVersion) {
        if (isTaken.test(spec.name())) {
            throw new ConflictException(spec.name());
        }
        T created = rows.created(spec, templateVersion);
        copyOnce();
        byName.put(spec.name(), created);
        spelling.put(MemoryObjects.key(spec.name()), spec.name());
        return created;
    }

    @Override
    public T update(S spec, int templateVersion, OptionalLong expectedVersion) {
        T present = present(spec.name(), expectedVersion);
        if (present.spec().equals(spec)) {
            return present;
        }
        T replaced = rows.changed(present, spec, templateVersion);
        copyOnce();
        byName.remove(present.name());
        byName.put(spec.name(), replaced); // perhaps in another case
        spelling.put(MemoryObjects.key(spec.name()), spec.name());
        return replaced;
    }

    @Override
    public T delete(String name, OptionalLong expectedVersion) {
        T present = present(name, expectedVersion);
        copyOnce();
        byName.remove(present.name());
        spelling.remove(MemoryObjects.key(name));
        return present;
    }

    private T present(String name, OptionalLong expectedVersion) {
        T present = find(name).orElseThrow(() -> new NotFoundException(kind, name));
        if (expectedVersion.isPresent() && expectedVersion.getAsLong() != present.version()) {
            throw new StaleVersionException(name, expectedVersion.getAsLong(), present.version());
        }
        return present;
    }

    private void copyOnce() {
        if (changed == null) {
            byName = new TreeMap<>(before.byName());
            spelling = new TreeMap<>(before.spelling());
            changed = new MemoryObjects<>(byName, spelling);
        }
    }
}
