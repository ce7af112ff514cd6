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
import org.jdbi.v3.core.Jdbi;

/** One connection, while a transaction lasts. */
final class JdbcSession {

    final Handle handle;
    final Database database;
    final Tables tables;
    private final SecretCipher cipher;
    private final Clock clock;

    JdbcSession(Connection connection, Tables tables, SecretCipher cipher, Clock clock) {
        this.handle = Jdbi.open(connection);
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
