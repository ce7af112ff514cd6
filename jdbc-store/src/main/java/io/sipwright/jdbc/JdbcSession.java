package io.sipwright.jdbc;

import io.sipwright.secret.SecretCipher;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreException.Reason;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** One connection, while a transaction lasts. */
final class JdbcSession {

    final Handle handle;
    final Database database;
    final Tables tables;
    private final SecretCipher cipher;
    private final Clock clock;

    JdbcSession(Connection connection, Tables tables, SecretCipher cipher, Clock clock) {
        this.handle = Handles.on(connection);
        this.tables = tables;
        this.cipher = cipher;
        this.clock = clock;
        try {
            this.database = Database.of(connection);
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
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
                    && handle.getConnection().getTransactionIsolation() == Connection.TRANSACTION_REPEATABLE_READ;
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    /** Makes the row of the state where there is none. */
    void makeState() {
        StateRow.insertIfMissing(handle, tables, cipher);
    }

    void resealState() {
        StateRow.reseal(handle, tables, cipher);
    }

    private long generation(String lock) {
        return handle.createQuery("SELECT generation FROM " + tables.state() + " WHERE id = 1" + lock)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() ->
                        new StoreException(Reason.NOT_PREPARED, "The row of " + tables.state() + " was deleted", null));
    }

    void advance(long generation) {
        handle.createUpdate("UPDATE " + tables.state() + " SET generation = :generation WHERE id = 1")
                .bind("generation", generation)
                .execute();
    }

    ChangeLog changes(long generation, String actor) {
        return new ChangeLog(handle, tables, generation, actor, clock);
    }

    <T extends ProvisionedObject, S extends ObjectSpec> RowCodec<T, S> codec(ObjectMapping<T, S> mapping) {
        return new RowCodec<>(mapping, cipher);
    }

    <T extends ProvisionedObject, S extends ObjectSpec> JdbcObjects<T, S> objects(
            ObjectMapping<T, S> mapping, ChangeLog changes) {
        return new JdbcObjects<>(handle, database, tables, mapping, codec(mapping), changes);
    }
}
