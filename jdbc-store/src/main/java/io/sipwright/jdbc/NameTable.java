package io.sipwright.jdbc;

import io.sipwright.store.ConflictException;
import io.sipwright.store.ObjectKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All names, of trunks and of users; the database itself lets none stand twice. */
final class NameTable {

    /** Names that are remembered; more are asked for anew. */
    private static final int MOST = 100_000;

    private final Statements statements;
    private final String table;
    private final boolean remembers;
    private final Map<String, Optional<Bearer>> known = new HashMap<>();

    /** Who bears a name, and how it is spelled. */
    private record Bearer(ObjectKind kind, String name) {}

    /**
     * The names, in one transaction.
     *
     * @param remembers whether answers stay true until the transaction ends, because it makes all other writers wait; then
     *     no name is asked for twice
     */
    NameTable(Statements statements, Tables tables, boolean remembers) {
        this.statements = statements;
        this.table = tables.names();
        this.remembers = remembers;
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
        List<String> asked = new ArrayList<>();
        for (String name : names) {
            String key = key(name);
            Optional<Bearer> answer = known.get(key);
            if (answer == null) {
                asked.add(key);
            } else {
                answer.ifPresent(bearer -> bearers.put(key, bearer));
            }
        }
        if (!asked.isEmpty()) {
            Map<String, Bearer> found = ask(asked);
            remember(asked, found);
            bearers.putAll(found);
        }
        return bearers;
    }

    private Map<String, Bearer> ask(List<String> keys) {
        return statements.query(
                "SELECT name_key, kind, name FROM " + table + " WHERE name_key IN (" + Statements.places(keys.size())
                        + ")",
                keys,
                rows -> {
                    Map<String, Bearer> found = new HashMap<>();
                    while (rows.next()) {
                        found.put(
                                rows.getString(1),
                                new Bearer(ObjectKind.valueOf(rows.getString(2)), rows.getString(3)));
                    }
                    return found;
                });
    }

    private void remember(List<String> keys, Map<String, Bearer> bearers) {
        if (!remembers) {
            return;
        }
        if (known.size() + keys.size() > MOST) {
            known.clear();
        }
        keys.forEach(key -> known.put(key, Optional.ofNullable(bearers.get(key))));
    }

    /** Before they change: if that fails, no one knows what the database has. */
    private void forget(Collection<String> names) {
        names.forEach(name -> known.remove(key(name)));
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
        forget(names);
        statements.batch(
                "INSERT INTO " + table + " (name_key, kind, name) VALUES (?, ?, ?)",
                names.stream()
                        .map(name -> List.of(key(name), kind.name(), name))
                        .toList());
    }

    /** Notes another spelling of a name. */
    void respell(String name) {
        forget(List.of(name));
        statements.update("UPDATE " + table + " SET name = ? WHERE name_key = ?", List.of(name, key(name)));
    }

    void release(String name) {
        forget(List.of(name));
        statements.update("DELETE FROM " + table + " WHERE name_key = ?", List.of(key(name)));
    }
}
