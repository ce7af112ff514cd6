package io.sipwright.jdbc;

import io.sipwright.store.ConflictException;
import io.sipwright.store.NotFoundException;
import io.sipwright.store.StaleVersionException;
import io.sipwright.store.WritableObjects;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The objects of one kind, in one transaction. */
final class JdbcObjects<T extends ProvisionedObject, S extends ObjectSpec> implements WritableObjects<T, S> {

    private final Handle handle;
    private final Database database;
    private final ObjectMapping<T, S> mapping;
    private final RowCodec<T, S> codec;
    private final NameTable names;
    private final ChangeLog changes;
    private final String table;

    JdbcObjects(
            Handle handle,
            Database database,
            Tables tables,
            ObjectMapping<T, S> mapping,
            RowCodec<T, S> codec,
            ChangeLog changes) {
        this.handle = handle;
        this.database = database;
        this.mapping = mapping;
        this.codec = codec;
        this.names = new NameTable(handle, tables);
        this.changes = changes;
        this.table = mapping.table(tables);
    }

    @Override
    public Optional<T> find(String name) {
        return names.spelling(name, mapping.kind()).flatMap(this::findSpelled);
    }

    private Optional<T> findSpelled(String name) {
        return handle.createQuery("SELECT * FROM " + table + " WHERE " + mapping.nameColumn() + " = :name")
                .bind("name", name)
                .map((columns, context) -> codec.read(columns))
                .findOne();
    }

    @Override
    public Stream<T> stream() {
        return PageStream.of((after, limit) -> page(after, limit), ProvisionedObject::name);
    }

    private List<T> page(@Nullable String after, int limit) {
        String name = database.binary(mapping.nameColumn());
        String condition = after == null ? "" : " WHERE " + name + " > :after";
        var query = handle.createQuery("SELECT * FROM " + table + condition + " ORDER BY " + name + " LIMIT :limit")
                .bind("limit", limit);
        if (after != null) {
            query.bind("after", after);
        }
        return query.map((columns, context) -> codec.read(columns)).list();
    }

    @Override
    public T insert(S spec, int templateVersion) {
        if (!names.claim(spec.name(), mapping.kind())) {
            throw new ConflictException(spec.name());
        }
        Instant now = changes.now();
        Map<String, @Nullable Object> row = new LinkedHashMap<>(codec.write(spec));
        row.put("template_version", templateVersion);
        row.put("version", 1L);
        row.put("created_at", LocalDateTime.ofInstant(now, ZoneOffset.UTC));
        row.put("updated_at", LocalDateTime.ofInstant(now, ZoneOffset.UTC));
        Update insert = handle.createUpdate("INSERT INTO " + table + " (" + String.join(", ", row.keySet())
                + ") VALUES ("
                + row.keySet().stream().map(column -> ":" + column).collect(Collectors.joining(", "))
                + ")");
        bind(insert, row).execute();
        changes.created(mapping.kind(), spec.name());
        return findSpelled(spec.name()).orElseThrow();
    }

    @Override
    public T update(S spec, int templateVersion, OptionalLong expectedVersion) {
        T present = present(spec.name(), expectedVersion);
        if (present.spec().equals(spec)) {
            return present;
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>(codec.write(spec));
        row.put("template_version", templateVersion);
        row.put("version", present.version() + 1);
        row.put("updated_at", LocalDateTime.ofInstant(changes.now(), ZoneOffset.UTC));
        Update update = handle.createUpdate("UPDATE " + table + " SET "
                        + row.keySet().stream()
                                .map(column -> column + " = :" + column)
                                .collect(Collectors.joining(", "))
                        + " WHERE " + mapping.nameColumn() + " = :present_name AND version = :present_version")
                .bind("present_name", present.name())
                .bind("present_version", present.version());
        if (bind(update, row).execute() != 1) {
            throw new StaleVersionException(spec.name(), present.version(), present.version() + 1);
        }
        names.respell(spec.name());
        changes.updated(mapping.kind(), spec.name(), present.version() + 1);
        return findSpelled(spec.name()).orElseThrow();
    }

    @Override
    public T delete(String name, OptionalLong expectedVersion) {
        T present = present(name, expectedVersion);
        handle.createUpdate("DELETE FROM " + table + " WHERE " + mapping.nameColumn() + " = :name")
                .bind("name", present.name())
                .execute();
        names.release(present.name());
        changes.deleted(mapping.kind(), present.name(), present.version());
        return present;
    }

    private T present(String name, OptionalLong expectedVersion) {
        T present = find(name).orElseThrow(() -> new NotFoundException(mapping.title(), name));
        if (expectedVersion.isPresent() && expectedVersion.getAsLong() != present.version()) {
            throw new StaleVersionException(name, expectedVersion.getAsLong(), present.version());
        }
        return present;
    }

    private static Update bind(Update update, Map<String, @Nullable Object> row) {
        row.forEach(update::bind);
        return update;
    }

    @Override
    public String toString() {
        return mapping.kind().toLowerCase(Locale.ROOT) + " in " + table;
    }
}
