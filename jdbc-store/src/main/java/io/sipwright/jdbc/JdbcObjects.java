package io.sipwright.jdbc;

import io.sipwright.store.Change;
import io.sipwright.store.ConflictException;
import io.sipwright.store.FormerState;
import io.sipwright.store.NotFoundException;
import io.sipwright.store.ObjectQuery;
import io.sipwright.store.StaleVersionException;
import io.sipwright.store.WritableObjects;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects of one kind, in one transaction. */
final class JdbcObjects<T extends ProvisionedObject, S extends ObjectSpec> implements WritableObjects<T, S> {

    private final ObjectMapping<T, S> mapping;
    private final RowCodec<T, S> codec;
    private final ObjectTable table;
    private final NameTable names;
    private final ChangeLog changes;

    JdbcObjects(JdbcSession session, ObjectMapping<T, S> mapping, NameTable names, ChangeLog changes) {
        this.mapping = mapping;
        this.codec = session.codec(mapping);
        this.table = new ObjectTable(session, mapping);
        this.names = names;
        this.changes = changes;
    }

    @Override
    public Optional<T> find(String name) {
        return Optional.ofNullable(findAll(List.of(name)).get(NameTable.key(name)));
    }

    @Override
    public Map<String, T> findAll(Collection<String> wanted) {
        Map<String, T> found = new LinkedHashMap<>();
        for (List<String> chunk : chunks(List.copyOf(wanted))) {
            found.putAll(byKey(names.spellings(chunk, mapping.kind()).values()));
        }
        return found;
    }

    private Map<String, T> byKey(Collection<String> spellings) {
        Map<String, T> found = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> row : table.byNames(spellings)) {
            T object = codec.read(row);
            found.put(NameTable.key(object.name()), object);
        }
        return found;
    }

    @Override
    public List<T> list(ObjectQuery query) {
        return table.page(query, query.after().orElse(null), query.limit()).stream()
                .map(codec::read)
                .toList();
    }

    @Override
    public long count(ObjectQuery query) {
        return table.count(query);
    }

    @Override
    public Stream<T> stream() {
        return PageStream.of(
                (after, limit) -> table.page(ObjectQuery.all(), after, limit).stream()
                        .map(codec::read)
                        .toList(),
                ProvisionedObject::name);
    }

    @Override
    public List<FormerState<T>> history(String name, int limit) {
        return changes.of(mapping.kind(), name, limit).stream()
                .map(this::former)
                .toList();
    }

    @Override
    public Map<String, FormerState<T>> asOf(Collection<String> wanted, long generation) {
        Map<String, FormerState<T>> states = new LinkedHashMap<>();
        for (List<String> chunk : chunks(List.copyOf(wanted))) {
            changes.asOf(mapping.kind(), chunk, generation)
                    .forEach(noted -> states.put(NameTable.key(noted.change().name()), former(noted)));
        }
        return states;
    }

    private FormerState<T> former(ChangeLog.Noted noted) {
        String name = noted.change().name();
        return new FormerState<>(
                noted.change(),
                codec.read(
                        StateJson.read(noted.state(), name),
                        codec.place(name, noted.change().generation())));
    }

    @Override
    public T insert(S spec, int templateVersion) {
        names.claim(List.of(spec), mapping.kind());
        return insertAll(List.of(spec), ignored -> templateVersion).get(0);
    }

    /** The names must have been taken. */
    private List<T> insertAll(List<S> specs, ToIntFunction<? super S> templateVersion) {
        List<String> added = specs.stream().map(ObjectSpec::name).toList();
        table.insert(specs.stream()
                .map(spec -> codec.write(
                        spec,
                        codec.place(spec.name()),
                        templateVersion.applyAsInt(spec),
                        1,
                        changes.now(),
                        changes.now()))
                .toList());
        return noted(Change.Action.CREATED, stored(added));
    }

    @Override
    public T update(S spec, int templateVersion, OptionalLong expectedVersion) {
        T present = present(spec.name(), expectedVersion);
        if (isUnchanged(present, spec)) {
            return present;
        }
        names.settle(List.of(spec), mapping.kind());
        return replaceAll(List.of(new Replacement<>(present, spec)), ignored -> templateVersion)
                .get(0);
    }

    /** An object as it is, and what comes in its place. */
    private record Replacement<T, S>(T present, S spec) {}

    private boolean isUnchanged(T present, S spec) {
        return present.spec().equals(spec);
    }

    private List<T> replaceAll(List<Replacement<T, S>> replacements, ToIntFunction<? super S> templateVersion) {
        Map<String, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
        for (Replacement<T, S> replacement : replacements) {
            T present = replacement.present;
            S spec = replacement.spec;
            rows.put(
                    present.name(),
                    codec.write(
                            spec,
                            codec.place(spec.name()),
                            templateVersion.applyAsInt(spec),
                            present.version() + 1,
                            present.createdAt(),
                            changes.now()));
            if (!present.name().equals(spec.name())) {
                names.respell(spec.name());
            }
        }
        names.exchange(
                replacements.stream().map(one -> one.present.spec()).toList(),
                replacements.stream().map(one -> one.spec).toList(),
                mapping.kind());
        table.update(rows);
        return noted(
                Change.Action.UPDATED,
                stored(replacements.stream()
                        .map(replacement -> replacement.spec.name())
                        .toList()));
    }

    @Override
    public List<T> upsertAll(List<S> specs, ToIntFunction<? super S> templateVersion) {
        names.settle(specs, mapping.kind());
        List<T> stored = new ArrayList<>(specs.size());
        for (List<S> chunk : chunks(specs)) {
            Map<String, String> spellings = names.spellingsUnlessTaken(
                    chunk.stream().map(ObjectSpec::name).toList(), mapping.kind());
            Map<String, T> objects = byKey(spellings.values());
            List<S> added = new ArrayList<>();
            List<Replacement<T, S>> changed = new ArrayList<>();
            for (S spec : chunk) {
                T present = objects.get(NameTable.key(spec.name()));
                if (present == null && spellings.containsKey(NameTable.key(spec.name()))) {
                    throw new ConflictException(spec.name()); // someone took the row away, but not the name
                } else if (present == null) {
                    added.add(spec);
                } else if (!isUnchanged(present, spec)) {
                    changed.add(new Replacement<>(present, spec));
                }
            }
            List<T> written = new ArrayList<>();
            if (!added.isEmpty()) {
                names.add(added, mapping.kind());
                written.addAll(insertAll(added, templateVersion));
            }
            if (!changed.isEmpty()) {
                written.addAll(replaceAll(changed, templateVersion));
            }
            written.forEach(object -> objects.put(NameTable.key(object.name()), object));
            chunk.forEach(spec -> stored.add(objects.get(NameTable.key(spec.name()))));
        }
        return stored;
    }

    @Override
    public List<T> upgradeAll(List<S> specs, ToIntFunction<? super S> templateVersion) {
        names.settle(specs, mapping.kind());
        List<T> stored = new ArrayList<>(specs.size());
        for (List<S> chunk : chunks(specs)) {
            Map<String, T> objects =
                    findAll(chunk.stream().map(ObjectSpec::name).toList());
            List<Replacement<T, S>> changed = new ArrayList<>();
            for (S spec : chunk) {
                T present = objects.get(NameTable.key(spec.name()));
                if (present == null) {
                    throw new NotFoundException(mapping.kind().title(), spec.name());
                }
                if (!isUnchanged(present, spec) || present.templateVersion() != templateVersion.applyAsInt(spec)) {
                    changed.add(new Replacement<>(present, spec));
                }
            }
            if (!changed.isEmpty()) {
                replaceAll(changed, templateVersion)
                        .forEach(object -> objects.put(NameTable.key(object.name()), object));
            }
            chunk.forEach(spec -> stored.add(objects.get(NameTable.key(spec.name()))));
        }
        return stored;
    }

    @Override
    public T delete(String name, OptionalLong expectedVersion) {
        T present = present(name, expectedVersion);
        table.delete(present.name());
        names.release(present.spec(), mapping.kind());
        noted(Change.Action.DELETED, List.of(present));
        return present;
    }

    /** As the database has them now, which a trigger or a column that is too narrow may have changed. */
    private List<T> stored(List<String> spellings) {
        Map<String, T> byName = new LinkedHashMap<>();
        table.byNames(spellings).stream().map(codec::read).forEach(object -> byName.put(object.name(), object));
        return spellings.stream()
                .map(name -> Objects.requireNonNull(byName.get(name), () -> "The database lost the row of " + name))
                .toList();
    }

    private List<T> noted(Change.Action action, List<T> objects) {
        changes.note(
                mapping.kind(),
                objects.stream()
                        .map(object -> new ChangeLog.Entry(action, object.name(), object.version(), state(object)))
                        .toList());
        return objects;
    }

    private String state(T object) {
        Map<String, @Nullable Object> row = codec.write(object, codec.place(object.name(), changes.generation()));
        row.put("id", object.id());
        return StateJson.write(row);
    }

    private T present(String name, OptionalLong expectedVersion) {
        T present = find(name)
                .orElseThrow(() -> new NotFoundException(mapping.kind().title(), name));
        if (expectedVersion.isPresent() && expectedVersion.getAsLong() != present.version()) {
            throw new StaleVersionException(name, expectedVersion.getAsLong(), present.version());
        }
        return present;
    }

    private static <E> List<List<E>> chunks(List<E> all) {
        List<List<E>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += NameTable.CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + NameTable.CHUNK)));
        }
        return chunks;
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
