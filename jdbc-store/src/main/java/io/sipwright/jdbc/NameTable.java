package io.sipwright.jdbc;

import io.sipwright.store.ConflictException;
import io.sipwright.store.ObjectKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** All names, of trunks and of users; the database itself lets none stand twice. */
final class NameTable {

    private final Handle handle;
    private final String table;

    /** Who bears a name, and how it is spelled. */
    private record Bearer(ObjectKind kind, String name) {}

    NameTable(Handle handle, Tables tables) {
        this.handle = handle;
        this.table = tables.names();
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** How names are spelled, as far as objects of that kind bear them, by the names in lower case. */
    Map<String, String> spellings(Collection<String> names, ObjectKind kind) {
        Map<String, String> spellings = new HashMap<>();
        bearers(names).forEach((key, bearer) -> {
            if (bearer.kind == kind) {
                spellings.put(key, bearer.name);
            }
        });
        return spellings;
    }

    /**
     * The same, of names that objects of that kind are to bear.
     *
     * @throws ConflictException if an object of the other kind has one of them
     */
    Map<String, String> spellingsUnlessTaken(List<String> names, ObjectKind kind) {
        Map<String, Bearer> bearers = bearers(names);
        Map<String, String> spellings = new HashMap<>();
        for (String name : names) {
            Bearer bearer = bearers.get(key(name));
            if (bearer != null && bearer.kind != kind) {
                throw new ConflictException(name);
            }
            if (bearer != null) {
                spellings.put(key(name), bearer.name);
            }
        }
        return spellings;
    }

    private Map<String, Bearer> bearers(Collection<String> names) {
        Map<String, Bearer> bearers = new HashMap<>();
        if (!names.isEmpty()) {
            handle.createQuery("SELECT name_key, kind, name FROM " + table + " WHERE name_key IN (<keys>)")
                    .bindList("keys", names.stream().map(NameTable::key).toList())
                    .map((row, context) -> Map.entry(
                            row.getString("name_key"),
                            new Bearer(ObjectKind.valueOf(row.getString("kind")), row.getString("name"))))
                    .forEach(entry -> bearers.put(entry.getKey(), entry.getValue()));
        }
        return bearers;
    }

    /**
     * Takes names. Asks first: an error of the database would end the caller's transaction, too. No one else can take
     * them meanwhile, because writers wait for each other.
     *
     * @throws ConflictException if one of them is taken
     */
    void claim(List<String> names, ObjectKind kind) {
        Map<String, Bearer> bearers = bearers(names);
        names.stream()
                .filter(name -> bearers.containsKey(key(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new ConflictException(name);
                });
        add(names, kind);
    }

    /** Takes names that are known to be free. */
    void add(List<String> names, ObjectKind kind) {
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO " + table + " (name_key, kind, name) VALUES (:key, :kind, :name)");
        for (String name : names) {
            batch.bind("key", key(name))
                    .bind("kind", kind.name())
                    .bind("name", name)
                    .add();
        }
        batch.execute();
    }

    /** Notes another spelling of a name. */
    void respell(String name) {
        handle.createUpdate("UPDATE " + table + " SET name = :name WHERE name_key = :key")
                .bind("key", key(name))
                .bind("name", name)
                .execute();
    }

    void release(String name) {
        handle.createUpdate("DELETE FROM " + table + " WHERE name_key = :key")
                .bind("key", key(name))
                .execute();
    }
}
