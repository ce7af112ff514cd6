package io.sipwright.jdbc;

import io.sipwright.secret.Secret;
import io.sipwright.secret.SecretCipher;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreException.Reason;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The one row of the state: made at the first use, unless there are rows that must be adopted first. It also holds a text
 * that was sealed with the keys of this database, so that a store with other keys is noticed before it seals anything.
 */
final class StateRow {

    private static final String PLACE = "state/key_check";
    private static final Secret CHECK = Secret.of("sipwright");

    private final OwnTransactions own;
    private final Tables tables;
    private final SecretCipher cipher;
    private volatile boolean checked;

    StateRow(OwnTransactions own, Tables tables, SecretCipher cipher) {
        this.own = own;
        this.tables = tables;
        this.cipher = cipher;
    }

    /**
     * Sees that it is there, and that the keys are the right ones; asks once.
     *
     * @param current in which the question is put; a caller may have taken the only connection there is
     * @throws StoreException if the tables are not there, or hold rows that were not adopted
     * @throws io.sipwright.secret.SecretCipherException if the database was sealed with other keys
     */
    void require(Transactions current) {
        if (checked) {
            return;
        }
        if (isThere(current)) {
            checked = !current.isJoined(); // the caller may have made it just now, and may roll it back
            return;
        }
        try {
            current.writing(connection -> {
                Handle handle = Handles.on(connection);
                refuseStrangers(handle, tables);
                insertIfMissing(handle, tables, cipher);
                return true;
            });
        } catch (StoreException e) {
            // Another instance may have been quicker by a moment.
            if (e.reason() != Reason.REFUSED || !isThere(current)) {
                throw e;
            }
        }
        checked = !current.isJoined();
    }

    private boolean isThere(Transactions current) {
        return current.reading(connection -> {
            Optional<String> sealed = column(Handles.on(connection), "key_check");
            sealed.filter(SecretCipher::looksSealed).ifPresent(text -> cipher.open(text, PLACE));
            return sealed.isPresent();
        });
    }

    private Optional<String> column(Handle handle, String column) {
        return handle.createQuery("SELECT " + column + " FROM " + tables.state() + " WHERE id = 1")
                .mapTo(String.class)
                .findOne();
    }

    byte[] stampKey() {
        require(own);
        return own.reading(connection -> HexFormat.of()
                .parseHex(column(Handles.on(connection), "stamp_key").orElseThrow()));
    }

    /** Rows that are in no one's name could not be found, and their names be given away. */
    private static void refuseStrangers(Handle handle, Tables tables) {
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

    /** Makes it where there is none. */
    static void insertIfMissing(Handle handle, Tables tables, SecretCipher cipher) {
        boolean missing = handle.createQuery("SELECT COUNT(*) FROM " + tables.state())
                        .mapTo(Integer.class)
                        .one()
                == 0;
        if (!missing) {
            return;
        }
        byte[] key = new byte[16];
        new SecureRandom().nextBytes(key);
        handle.createUpdate("INSERT INTO " + tables.state()
                        + " (id, generation, stamp_key, key_check) VALUES (1, 0, :key, :check)")
                .bind("key", HexFormat.of().formatHex(key))
                .bind("check", cipher.seal(CHECK, PLACE))
                .execute();
    }

    /** Seals its text with the key that is used now. */
    static void reseal(Handle handle, Tables tables, SecretCipher cipher) {
        handle.createUpdate("UPDATE " + tables.state() + " SET key_check = :check WHERE id = 1")
                .bind("check", cipher.seal(CHECK, PLACE))
                .execute();
    }
}
