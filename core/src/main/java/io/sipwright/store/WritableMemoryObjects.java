package io.sipwright.store;

import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Objects of one kind during a change; copied at the first one. */
final class WritableMemoryObjects<T extends ProvisionedObject, S extends ObjectSpec> implements WritableObjects<T, S> {

    /** Makes what is kept from what was described. */
    interface Rows<T, S> {
        T created(S spec, int templateVersion);

        T changed(T before, S spec, int templateVersion);
    }

    private final ObjectKind kind;
    private final MemoryObjects.Names<T> before;
    private final MemoryClaims claims;
    private final Rows<T, S> rows;
    private final MemoryRecorder recorder;
    private MemoryObjects.@Nullable Names<T> changed;
    private TreeMap<String, T> byName = new TreeMap<>();
    private TreeMap<String, String> spelling = new TreeMap<>();

    WritableMemoryObjects(
            ObjectKind kind,
            MemoryObjects.Names<T> before,
            MemoryClaims claims,
            Rows<T, S> rows,
            MemoryRecorder recorder) {
        this.kind = kind;
        this.before = before;
        this.claims = claims;
        this.rows = rows;
        this.recorder = recorder;
    }

    MemoryObjects.Names<T> toNames() {
        return changed == null ? before : changed;
    }

    private MemoryObjects<T> now() {
        return new MemoryObjects<>(kind, toNames(), recorder.history());
    }

    @Override
    public Optional<T> find(String name) {
        return now().find(name);
    }

    @Override
    public Map<String, T> findAll(Collection<String> names) {
        return now().findAll(names);
    }

    @Override
    public List<T> list(ObjectQuery query) {
        return now().list(query);
    }

    @Override
    public long count(ObjectQuery query) {
        return now().count(query);
    }

    @Override
    public List<FormerState<T>> history(String name, int limit) {
        return now().history(name, limit);
    }

    @Override
    public Map<String, FormerState<T>> asOf(Collection<String> names, long generation) {
        return now().asOf(names, generation);
    }

    @Override
    public Stream<T> stream() {
        return now().stream();
    }

    @Override
    public T insert(S spec, int templateVersion) {
        if (find(spec.name()).isPresent()) {
            throw new ConflictException(spec.name());
        }
        claims.take(kind, List.of(spec));
        return create(spec, templateVersion);
    }

    private T create(S spec, int templateVersion) {
        T created = rows.created(spec, templateVersion);
        copyOnce();
        byName.put(spec.name(), created);
        spelling.put(MemoryObjects.key(spec.name()), spec.name());
        recorder.note(kind, Change.Action.CREATED, created);
        return created;
    }

    @Override
    public T update(S spec, int templateVersion, OptionalLong expectedVersion) {
        T present = present(spec.name(), expectedVersion);
        if (!present.spec().equals(spec)) {
            claims.take(kind, List.of(spec));
        }
        return replace(present, spec, templateVersion);
    }

    private T replace(T present, S spec, int templateVersion) {
        return present.spec().equals(spec) ? present : replaceAnyway(present, spec, templateVersion);
    }

    private T replaceAnyway(T present, S spec, int templateVersion) {
        T replaced = rows.changed(present, spec, templateVersion);
        copyOnce();
        byName.remove(present.name());
        byName.put(spec.name(), replaced); // perhaps in another case
        spelling.put(MemoryObjects.key(spec.name()), spec.name());
        recorder.note(kind, Change.Action.UPDATED, replaced);
        return replaced;
    }

    @Override
    public List<T> upsertAll(List<S> specs, ToIntFunction<? super S> templateVersion) {
        claims.take(kind, specs);
        List<T> stored = new ArrayList<>(specs.size());
        for (S spec : specs) {
            int version = templateVersion.applyAsInt(spec);
            stored.add(find(spec.name())
                    .map(present -> replace(present, spec, version))
                    .orElseGet(() -> create(spec, version)));
        }
        return stored;
    }

    @Override
    public List<T> upgradeAll(List<S> specs, ToIntFunction<? super S> templateVersion) {
        specs.forEach(spec -> present(spec.name(), OptionalLong.empty()));
        claims.take(kind, specs);
        List<T> stored = new ArrayList<>(specs.size());
        for (S spec : specs) {
            T present = present(spec.name(), OptionalLong.empty());
            int version = templateVersion.applyAsInt(spec);
            boolean same =
                    present.templateVersion() == version && present.spec().equals(spec);
            stored.add(same ? present : replaceAnyway(present, spec, version));
        }
        return stored;
    }

    @Override
    public T delete(String name, OptionalLong expectedVersion) {
        T present = present(name, expectedVersion);
        copyOnce();
        byName.remove(present.name());
        spelling.remove(MemoryObjects.key(name));
        claims.release(kind, present.name());
        recorder.note(kind, Change.Action.DELETED, present);
        return present;
    }

    private T present(String name, OptionalLong expectedVersion) {
        T present = find(name).orElseThrow(() -> new NotFoundException(kind.title(), name));
        if (expectedVersion.isPresent() && expectedVersion.getAsLong() != present.version()) {
            throw new StaleVersionException(name, expectedVersion.getAsLong(), present.version());
        }
        return present;
    }

    private void copyOnce() {
        if (changed == null) {
            byName = new TreeMap<>(before.byName());
            spelling = new TreeMap<>(before.spelling());
            changed = new MemoryObjects.Names<>(byName, spelling);
        }
    }
}
