package io.sipwright.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Handle;

/** What one transaction has changed: one row for each change, with the generation that the transaction makes. */
final class ChangeLog {

    private final Handle handle;
    private final String table;
    private final long generation;
    private final Clock clock;
    private boolean changed;

    ChangeLog(Handle handle, Tables tables, long generation, Clock clock) {
        this.handle = handle;
        this.table = tables.changes();
        this.generation = generation;
        this.clock = clock;
    }

    /** The time, as exact as every database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    boolean isChanged() {
        return changed;
    }

    void created(String kind, String name) {
        add(kind, name, "CREATED", 1);
    }

    void updated(String kind, String name, long version) {
        add(kind, name, "UPDATED", version);
    }

    void deleted(String kind, String name, long version) {
        add(kind, name, "DELETED", version);
    }

    private void add(String kind, String name, String action, long version) {
        changed = true;
        handle.createUpdate("INSERT INTO " + table
                        + " (generation, kind, name, action, version, changed_at)"
                        + " VALUES (:generation, :kind, :name, :action, :version, :now)")
                .bind("generation", generation)
                .bind("kind", kind)
                .bind("name", name)
                .bind("action", action)
                .bind("version", version)
                .bind("now", LocalDateTime.ofInstant(now(), ZoneOffset.UTC))
                .execute();
    }
}
