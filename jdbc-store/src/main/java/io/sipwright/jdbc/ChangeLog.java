package io.sipwright.jdbc;

import io.sipwright.store.Change;
import io.sipwright.store.ObjectKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Audit and history. What one transaction has changed: one row for each change, with the generation that the transaction
 * makes and the state that the change left.
 */
final class ChangeLog {

    private final JdbcSession session;
    private final String table;
    private final long generation;
    private final String actor;
    private final Clock clock;
    private boolean changed;

    /**
     * A log for one transaction.
     *
     * @param generation that the transaction makes
     */
    ChangeLog(JdbcSession session, long generation, String actor, Clock clock) {
        this.session = session;
        this.table = session.tables.changes();
        this.generation = generation;
        this.actor = Change.actor(actor);
        this.clock = clock;
    }

    /** A change to be noted. */
    record Entry(Change.Action action, String name, long version, String state) {}

    /** A change as it was noted, with the state it left. */
    record Noted(Change change, String state) {}

    /** The time, as exact as every database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    long generation() {
        return generation;
    }

    boolean isChanged() {
        return changed;
    }

    void note(ObjectKind kind, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        changed = true;
        LocalDateTime now = LocalDateTime.ofInstant(now(), ZoneOffset.UTC);
        session.statements.batch(
                "INSERT INTO " + table
                        + " (generation, kind, name_key, name, action, version, actor, changed_at, state)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entries.stream()
                        .map(entry -> List.of(
                                generation,
                                kind.name(),
                                NameTable.key(entry.name),
                                entry.name,
                                entry.action.name(),
                                entry.version,
                                actor,
                                now,
                                entry.state))
                        .toList());
    }

    /** A place in the log: ids grow with generations, because writers wait for each other. */
    private record Position(long generation, long id) {}

    /**
     * Changes after a generation, the oldest first. Sorted by what the index has: by ids alone, a database may go through all of
     * the history to find the first.
     */
    Stream<Change> since(long earlier) {
        return PageStream.<Map.Entry<Position, Change>, Position>of(
                        (after, limit) -> session.handle()
                                .createQuery("SELECT * FROM " + table
                                        + " WHERE generation >= :generation AND (generation > :generation OR id > :id)"
                                        + " ORDER BY generation, id LIMIT :limit")
                                .bind("generation", after == null ? earlier : after.generation)
                                .bind("id", after == null ? Long.MAX_VALUE : after.id)
                                .bind("limit", limit)
                                .map(new Row())
                                .map(row -> Map.entry(
                                        new Position(number(row, "generation"), number(row, "id")), change(row)))
                                .list(),
                        Map.Entry::getKey)
                .map(Map.Entry::getValue);
    }

    /** What was noted of one object, the newest first. */
    List<Noted> of(ObjectKind kind, String name, int limit) {
        return session.handle()
                .createQuery("SELECT * FROM " + table
                        + " WHERE name_key = :key AND kind = :kind ORDER BY id DESC LIMIT :limit")
                .bind("key", NameTable.key(name))
                .bind("kind", kind.name())
                .bind("limit", limit)
                .map(new Row())
                .map(row -> new Noted(change(row), String.valueOf(row.get("state"))))
                .list();
    }

    /** What was noted last of each of some objects, up to a generation. */
    List<Noted> asOf(ObjectKind kind, List<String> names, long until) {
        Query query = session.handle()
                .createQuery("SELECT changes.* FROM " + table + " changes JOIN (SELECT MAX(id) AS id FROM " + table
                        + " WHERE kind = ? AND generation <= ? AND name_key IN (" + Statements.places(names.size())
                        + ") GROUP BY name_key) newest ON changes.id = newest.id")
                .bind(0, kind.name())
                .bind(1, until);
        for (int i = 0; i < names.size(); i++) {
            query.bind(i + 2, NameTable.key(names.get(i)));
        }
        return query.map(new Row())
                .map(row -> new Noted(change(row), String.valueOf(row.get("state"))))
                .list();
    }

    /** A state in the history, as it is sealed. */
    record Sealed(long id, long generation, ObjectKind kind, String name, String state) {

        Sealed with(String other) {
            return new Sealed(id, generation, kind, name, other);
        }
    }

    /** States after an id, the oldest first. */
    List<Sealed> page(long after, int limit) {
        return session.handle()
                .createQuery("SELECT id, generation, kind, name, state FROM " + table
                        + " WHERE id > :after ORDER BY id LIMIT :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map(new Row())
                .map(row -> new Sealed(
                        number(row, "id"),
                        number(row, "generation"),
                        ObjectKind.valueOf(String.valueOf(row.get("kind"))),
                        String.valueOf(row.get("name")),
                        String.valueOf(row.get("state"))))
                .list();
    }

    /** Writes states of the history again, the same but for their seals. */
    void replace(List<Sealed> states) {
        session.statements.batch(
                "UPDATE " + table + " SET state = ? WHERE id = ?",
                states.stream().map(state -> List.of(state.state, state.id)).toList());
    }

    private static Change change(Map<String, @Nullable Object> row) {
        return new Change(
                number(row, "generation"),
                ObjectKind.valueOf(String.valueOf(row.get("kind"))),
                String.valueOf(row.get("name")),
                Change.Action.valueOf(String.valueOf(row.get("action"))),
                number(row, "version"),
                String.valueOf(row.get("actor")),
                LocalDateTime.parse(String.valueOf(row.get("changed_at"))).toInstant(ZoneOffset.UTC));
    }

    private static long number(Map<String, @Nullable Object> row, String column) {
        return row.get(column) instanceof Number number ? number.longValue() : 0;
    }
}
