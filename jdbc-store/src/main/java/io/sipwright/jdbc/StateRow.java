package io.sipwright.jdbc;

import io.sipwright.store.StoreException;
import io.sipwright.store.StoreException.Reason;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The one row of the state: made before the first use, unless there are rows that must be adopted first. */
final class StateRow {

    private final OwnTransactions transactions;
    private final Tables tables;
    private volatile boolean present;

    StateRow(OwnTransactions transactions, Tables tables) {
        this.transactions = transactions;
        this.tables = tables;
    }

    /**
     * Sees that it is there.
     *
     * @throws StoreException if the tables are not there, or hold rows that were not adopted
     */
    void require() {
        if (present) {
            return;
        }
        try {
            transactions.writing(connection -> {
                Handle handle = Jdbi.open(connection);
                if (stampKey(handle).isEmpty()) {
                    refuseStrangers(handle);
                    insert(handle, tables);
                }
                return true;
            });
        } catch (StoreException e) {
            // Another instance may have been quicker by a moment.
            if (e.reason() != Reason.REFUSED
                    || !transactions.reading(
                            connection -> stampKey(Jdbi.open(connection)).isPresent())) {
                throw e;
            }
        }
        present = true;
    }

    private Optional<String> stampKey(Handle handle) {
        return handle.createQuery("SELECT stamp_key FROM " + tables.state() + " WHERE id = 1")
                .mapTo(String.class)
                .findOne();
    }

    byte[] stampKey() {
        require();
        return transactions.reading(connection ->
                HexFormat.of().parseHex(stampKey(Jdbi.open(connection)).orElseThrow()));
    }

    /** Rows that are in no one's name could not be found, and their names be given away. */
    private void refuseStrangers(Handle handle) {
        for (String table : List.of(tables.users(), tables.trunks())) {
            long rows = handle.createQuery("SELECT COUNT(*) FROM " + table + " WHERE field_values IS NULL")
                    .mapTo(Long.class)
                    .one();
            if (rows > 0) {
                throw new StoreException(
                        Reason.NOT_PREPARED,
                        table + " holds " + rows
                                + " rows from before Sipwright: look at JdbcStore.adoption(...).plan(),"
                                + " then run it",
                        null);
            }
        }
    }

    /** For an adoption, which may come before the first use. */
    static void insertIfMissing(Handle handle, Tables tables) {
        boolean missing = handle.createQuery("SELECT COUNT(*) FROM " + tables.state())
                        .mapTo(Integer.class)
                        .one()
                == 0;
        if (missing) {
            insert(handle, tables);
        }
    }

    private static void insert(Handle handle, Tables tables) {
        byte[] key = new byte[16];
        new SecureRandom().nextBytes(key);
        handle.createUpdate("INSERT INTO " + tables.state()
                        + " (id, generation, stamp_key, schema_version) VALUES (1, 0, :key, :version)")
                .bind("key", HexFormat.of().formatHex(key))
                .bind("version", SchemaScript.newest())
                .execute();
    }
}
