package io.sipwright.jdbc;

import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** All names, of trunks and of users; the database itself lets none stand twice. */
final class NameTable {

    private final Handle handle;
    private final String table;

    NameTable(Handle handle, Tables tables) {
        this.handle = handle;
        this.table = tables.names();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** How a name is spelled, if an object of that kind bears it. */
    Optional<String> spelling(String name, String kind) {
        return handle.createQuery("SELECT name FROM " + table + " WHERE name_key = :key AND kind = :kind")
                .bind("key", key(name))
                .bind("kind", kind)
                .mapTo(String.class)
                .findOne();
    }

    /**
     * Takes a name; false when it is taken. Asks first: an error of the database would end the caller's transaction,
     * too. No one else can take it meanwhile, because writers wait for each other.
     */
    boolean claim(String name, String kind) {
        boolean taken = handle.createQuery("SELECT COUNT(*) FROM " + table + " WHERE name_key = :key")
                        .bind("key", key(name))
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (!taken) {
            handle.createUpdate("INSERT INTO " + table + " (name_key, kind, name) VALUES (:key, :kind, :name)")
                    .bind("key", key(name))
                    .bind("kind", kind)
                    .bind("name", name)
                    .execute();
        }
        return !taken;
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
