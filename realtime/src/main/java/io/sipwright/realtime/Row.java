package io.sipwright.realtime;

import io.sipwright.reload.ObjectKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row as it stands in its table.
 *
 * @param table in which it stands
 * @param id its name, escaped
 * @param values of its columns, escaped; what is not there is NULL. Passwords are among them
 */
record Row(RowTable table, String id, SortedMap<String, String> values) {

    Row(RowTable table, String id, Map<String, String> values) {
        this(table, id, (SortedMap<String, String>) new TreeMap<>(values));
    }

    Row {
        values = Collections.unmodifiableSortedMap(values);
    }

    /** The object that Asterisk makes of it. */
    ObjectKey key() {
        return new ObjectKey(table.type(), RowText.unescaped(id));
    }

    /** The same for two rows that say the same. */
    String digest() {
        MessageDigest digest = sha256();
        values.forEach((column, value) -> {
            digest.update(column.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(value.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every Java", e);
        }
    }

    /** Names the columns without their values, which may be secrets. */
    @Override
    public String toString() {
        return table.table() + " [" + id + "] " + values.keySet();
    }
}
