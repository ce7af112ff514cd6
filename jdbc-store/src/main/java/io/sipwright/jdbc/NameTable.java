package io.sipwright.jdbc;

import io.sipwright.store.ConflictException;
import io.sipwright.store.ObjectKind;
import io.sipwright.template.ObjectSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All names, of trunks, of users, and those that they give to their sections; the database itself lets none stand twice.
 * The row of a section has the kind of its owner with {@value #PART} behind it, and the owner's name.
 */
final class NameTable {

    /** Names that are remembered; more are asked for anew. */
    private static final int MOST = 100_000;

    /** Names in one statement; few enough for every database. */
    static final int CHUNK = 500;

    private static final String PART = "_PART";

    private final Statements statements;
    private final String table;
    private final boolean remembers;
    private final Map<String, Optional<Bearer>> known = new HashMap<>();

    /** Who bears a name, himself or with a section, and how he is spelled. */
    private record Bearer(ObjectKind kind, boolean isPart, String name) {

        static Bearer of(String kind, String name) {
            boolean isPart = kind.endsWith(PART);
            String plain = isPart ? kind.substring(0, kind.length() - PART.length()) : kind;
            return new Bearer(ObjectKind.valueOf(plain), isPart, name);
        }

        boolean isPartOf(ObjectKind other, String owner) {
            return isPart && kind == other && key(name).equals(key(owner));
        }
    }

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
            if (bearer.kind == kind && !bearer.isPart) {
                spellings.put(key, bearer.name);
            }
        });
        return spellings;
    }

    /**
     * The same, of names that objects of that kind are to bear.
     *
     * @throws ConflictException if an object of the other kind, or a section, has one of them
     */
    Map<String, String> spellingsUnlessTaken(List<String> names, ObjectKind kind) {
        Map<String, Bearer> bearers = bearers(names);
        Map<String, String> spellings = new HashMap<>();
        for (String name : names) {
            Bearer bearer = bearers.get(key(name));
            if (bearer != null && (bearer.kind != kind || bearer.isPart)) {
                throw new ConflictException(name);
            }
            if (bearer != null) {
                spellings.put(key(name), bearer.name);
            }
        }
        return spellings;
    }

    /** In few round trips, however many they are. */
    private Map<String, Bearer> bearersOf(List<String> names) {
        Map<String, Bearer> bearers = new HashMap<>();
        for (int from = 0; from < names.size(); from += CHUNK) {
            bearers.putAll(bearers(names.subList(from, Math.min(names.size(), from + CHUNK))));
        }
        return bearers;
    }

    private Map<String, Bearer> bearers(Collection<String> names) {
        Map<String, Bearer> bearers = new HashMap<>();
        List<String> asked = new ArrayList<>();
        for (String name : names) {
            String key = key(name);
            Optional<Bearer> answer = known.get(key);
            if (answer != null) {
                answer.ifPresent(bearer -> bearers.put(key, bearer));
            } else if (key.indexOf('\0') < 0) { // no object bears such a name, and PostgreSQL refuses the question
                asked.add(key);
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
                        found.put(rows.getString(1), Bearer.of(rows.getString(2), rows.getString(3)));
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

    /** The object that has given a name to a section. */
    Optional<String> sectionOwner(String name) {
        return Optional.ofNullable(bearers(List.of(name)).get(key(name)))
                .filter(Bearer::isPart)
                .map(Bearer::name);
    }

    /**
     * Sees to it that objects may have the names that they want for their sections: what one of them gives up is free for
     * the others. Asks first: an error of the database would end the caller's transaction, too. No one else can take a
     * name meanwhile, because writers wait for each other.
     *
     * @throws ConflictException if one is taken, or wanted twice; nothing has changed then
     */
    void settle(List<? extends ObjectSpec> specs, ObjectKind kind) {
        WantedNames wanted = WantedNames.of(specs);
        List<String> givenUp = new ArrayList<>();
        bearersOf(wanted.names()).forEach((key, bearer) -> {
            boolean isAmong = bearer.kind == kind && wanted.isWanting(key(bearer.name));
            if (bearer.isPart && !isAmong) {
                throw new ConflictException(wanted.name(key));
            } else if (bearer.isPart && !bearer.isPartOf(kind, wanted.owner(key))) {
                givenUp.add(key);
            } else if (!bearer.isPart && (bearer.kind != kind || !key.equals(wanted.owner(key)))) {
                throw new ConflictException(wanted.name(key));
            }
        });
        remove(givenUp);
    }

    /**
     * Takes names that no object bears yet, with those of their sections.
     *
     * @throws ConflictException if one of them is taken
     */
    void claim(List<? extends ObjectSpec> specs, ObjectKind kind) {
        settle(specs, kind);
        List<String> names = specs.stream().map(ObjectSpec::name).toList();
        Map<String, Bearer> bearers = bearersOf(names);
        names.stream()
                .filter(name -> bearers.containsKey(key(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new ConflictException(name);
                });
        add(specs, kind);
    }

    /** Takes names, and those of sections, that are settled. */
    void add(List<? extends ObjectSpec> specs, ObjectKind kind) {
        List<List<String>> rows = new ArrayList<>();
        for (ObjectSpec spec : specs) {
            rows.add(List.of(key(spec.name()), kind.name(), spec.name()));
        }
        takeParts(specs, kind, rows);
    }

    /** Gives up the names of sections that objects no longer want, and takes those that they want and that are settled. */
    void exchange(List<? extends ObjectSpec> before, List<? extends ObjectSpec> after, ObjectKind kind) {
        for (int i = 0; i < before.size(); i++) {
            Set<String> wanted = after.get(i).explicitSectionNames();
            releaseParts(
                    before.get(i), name -> wanted.stream().map(NameTable::key).noneMatch(key(name)::equals), kind);
        }
        takeParts(after, kind, new ArrayList<>());
    }

    private void takeParts(List<? extends ObjectSpec> specs, ObjectKind kind, List<List<String>> rows) {
        Map<String, Bearer> bearers = bearersOf(specs.stream()
                .flatMap(spec -> spec.explicitSectionNames().stream())
                .toList());
        for (ObjectSpec spec : specs) {
            for (String name : spec.explicitSectionNames()) {
                Bearer own = bearers.get(key(name));
                if (own == null) {
                    rows.add(List.of(key(name), kind.name() + PART, spec.name()));
                } else if (!own.name.equals(spec.name())) {
                    respell(name, spec.name());
                }
            }
        }
        insert(rows);
    }

    private void insert(List<List<String>> rows) {
        rows.forEach(row -> known.remove(row.get(0)));
        statements.batch("INSERT INTO " + table + " (name_key, kind, name) VALUES (?, ?, ?)", rows);
    }

    private void remove(List<String> keys) {
        forget(keys);
        statements.batch(
                "DELETE FROM " + table + " WHERE name_key = ?",
                keys.stream().map(List::of).toList());
    }

    /** Notes another spelling of a name. */
    void respell(String name) {
        respell(name, name);
    }

    private void respell(String name, String owner) {
        forget(List.of(name));
        statements.update("UPDATE " + table + " SET name = ? WHERE name_key = ?", List.of(owner, key(name)));
    }

    /** Gives up the name of an object, and those of its sections. */
    void release(ObjectSpec spec, ObjectKind kind) {
        remove(List.of(key(spec.name())));
        releaseParts(spec, name -> true, kind);
    }

    private void releaseParts(ObjectSpec owner, Predicate<String> which, ObjectKind kind) {
        List<String> names = owner.explicitSectionNames().stream().filter(which).toList();
        List<String> own = new ArrayList<>();
        bearersOf(names).forEach((key, bearer) -> {
            if (bearer.isPartOf(kind, owner.name())) {
                own.add(key);
            }
        });
        remove(own);
    }

    /** Gives up the name of an object whose row is gone, and whatever names its sections had. */
    void releaseLost(String name, ObjectKind kind) {
        known.clear();
        statements.update("DELETE FROM " + table + " WHERE name_key = ?", List.of(key(name)));
        statements.update("DELETE FROM " + table + " WHERE kind = ? AND name = ?", List.of(kind.name() + PART, name));
    }
}
