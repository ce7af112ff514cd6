package io.sipwright.jdbc;

import io.sipwright.secret.SecretCipher;
import io.sipwright.store.Provisional;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreException.Reason;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One connection, while a transaction lasts. */
final class JdbcSession {

    final Statements statements;
    final Database database;
    final Tables tables;
    private final Connection connection;
    private @Nullable Handle handle;
    private @Nullable String provisional;
    private final SecretCipher cipher;
    private final Clock clock;

    JdbcSession(Connection connection, Tables tables, SecretCipher cipher, Clock clock) {
        this.connection = connection;
        this.statements = new Statements(connection);
        this.tables = tables;
        this.cipher = cipher;
        this.clock = clock;
        try {
            this.database = Database.of(connection);
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    Connection connection() {
        return connection;
    }

    /** For statements that are not run with every change; most transactions need none. */
    Handle handle() {
        Handle opened = handle;
        if (opened == null) {
            opened = Handles.on(connection);
            handle = opened;
        }
        return opened;
    }

    /** Number of the state. */
    long generation() {
        return generation("");
    }

    /** Number of the state, which stays until this transaction ends: other writers wait. */
    long lockGeneration() {
        return generation(" FOR UPDATE");
    }

    /**
     * The same in a transaction that the caller began, perhaps long ago.
     *
     * @throws StoreException if it sees an older state than the one that is locked; what it writes would undo newer work
     */
    long lockGenerationAsSeen() {
        boolean fixed = isSnapshotFixed();
        long seen = fixed ? generation() : -1;
        long locked = lockGeneration();
        if (fixed && seen != locked) {
            throw new StoreException(
                    Reason.BUSY, "The caller's transaction began before another change: begin it anew", null);
        }
        return locked;
    }

    /** Whether all queries of the transaction see one state. MariaDB then still locks, and changes, the newest rows. */
    private boolean isSnapshotFixed() {
        try {
            return database == Database.MARIADB
                    && connection.getTransactionIsolation() == Connection.TRANSACTION_REPEATABLE_READ;
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    /** Makes the row of the state where there is none. */
    void makeState() {
        StateRow.insertIfMissing(handle(), tables, cipher);
    }

    void resealState() {
        StateRow.reseal(handle(), tables, cipher);
    }

    private long generation(String lock) {
        return statements.query(
                "SELECT generation, provisional FROM " + tables.state() + " WHERE id = 1" + lock, List.of(), rows -> {
                    if (!rows.next()) {
                        throw new StoreException(
                                Reason.NOT_PREPARED, "The row of " + tables.state() + " was deleted", null);
                    }
                    provisional = rows.getString(2);
                    return rows.getLong(1);
                });
    }

    /** As it was when the generation was asked for, or as it was set since. */
    Optional<Provisional> provisional() {
        return Optional.ofNullable(provisional).map(ProvisionalJson::read);
    }

    void provisional(@Nullable Provisional value) {
        provisional = value == null ? null : ProvisionalJson.write(value);
        statements.update("UPDATE " + tables.state() + " SET provisional = ? WHERE id = 1", Arrays.asList(provisional));
    }

    /** The time by the clock of the database. */
    Instant databaseTime() {
        return statements.query("SELECT " + database.nowMillis(), List.of(), rows -> {
            rows.next();
            return Instant.ofEpochMilli(rows.getLong(1));
        });
    }

    void advance(long generation) {
        statements.update("UPDATE " + tables.state() + " SET generation = ? WHERE id = 1", List.of(generation));
    }

    NameTable names(boolean remembers) {
        return new NameTable(statements, tables, remembers);
    }

    ChangeLog changes(long generation, String actor) {
        return new ChangeLog(this, generation, actor, clock);
    }

    <T extends ProvisionedObject, S extends ObjectSpec> RowCodec<T, S> codec(ObjectMapping<T, S> mapping) {
        return new RowCodec<>(mapping, cipher);
    }

    <T extends ProvisionedObject, S extends ObjectSpec> JdbcObjects<T, S> objects(
            ObjectMapping<T, S> mapping, NameTable names, ChangeLog changes) {
        return new JdbcObjects<>(this, mapping, names, changes);
    }
}
