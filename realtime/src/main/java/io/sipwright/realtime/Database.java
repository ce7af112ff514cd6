package io.sipwright.realtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs between databases. */
enum Database {
    POSTGRESQL("postgresql", '"', "current_schema()"),
    MARIADB("mariadb", '`', "DATABASE()");

    private final String folder;
    private final char quote;
    private final String currentSchema;

    Database(String folder, char quote, String currentSchema) {
        this.folder = folder;
        this.quote = quote;
        this.currentSchema = currentSchema;
    }

    /** The database behind a connection; one that was never tried is refused. */
    static Database of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return Arrays.stream(values())
                .filter(database -> product.toLowerCase(Locale.ROOT).contains(database.folder))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Asterisk reads no rows from " + product + "; it does from PostgreSQL and MariaDB"));
    }

    /** Folder of its scripts. */
    String folder() {
        return folder;
    }

    /** An expression for the schema that the connection is in. */
    String currentSchema() {
        return currentSchema;
    }

    /** A name of a column, whatever characters it has. */
    String quoted(String name) {
        return quote + name.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote;
    }

    /**
     * A query for rows by some values of a column that has an index.
     *
     * <p>PostgreSQL takes the values as one array, and looks each up by itself: with a list of them it would read the whole of
     * a table that was filled a moment ago, and of which it has no statistics yet. MariaDB would show what stood there when
     * the transaction began; with the lock it shows what others have committed since.
     *
     * @param condition further ones, each with AND behind it; may be empty
     * @param count of the values
     */
    String lookup(String columns, String table, String condition, String column, int count) {
        return this == POSTGRESQL
                ? "SELECT x.* FROM unnest(CAST(? AS text[])) w(v) CROSS JOIN LATERAL (SELECT " + columns + " FROM "
                        + table + " WHERE " + condition + column + " = w.v OFFSET 0) x"
                : "SELECT " + columns + " FROM " + table + " WHERE " + condition + column + " IN "
                        + Statements.places(count) + current();
    }

    /** What other queries end with for the same reason. */
    String current() {
        return this == POSTGRESQL ? "" : " FOR UPDATE";
    }

    /**
     * The end of a query for what comes behind two values of an index, in its order. There may be rows of other groups behind the
     * last of the group.
     *
     * <p>PostgreSQL gets both as one: without statistics it takes the rows of a group for so few that it would sort all of them
     * for each page. MariaDB would read the index from its beginning then.
     */
    String behind(String group, String id) {
        return this == POSTGRESQL
                ? "(" + group + ", " + id + ") > (?, ?) ORDER BY " + group + ", " + id
                : group + " = ? AND " + id + " > ? ORDER BY " + id;
    }

    /** Binds the values of a {@link #lookup}. */
    void bindAll(PreparedStatement statement, Collection<String> values) throws SQLException {
        if (this == POSTGRESQL) {
            statement.setArray(1, statement.getConnection().createArrayOf("text", values.toArray()));
            return;
        }
        int at = 1;
        for (String value : values) {
            statement.setString(at++, value);
        }
    }

    /** Inserts a value into a table of one column, unless it is there. */
    String insertOnce(String table, String column) {
        return this == POSTGRESQL
                ? "INSERT INTO " + table + " (" + column + ") VALUES (?) ON CONFLICT DO NOTHING"
                : "INSERT IGNORE INTO " + table + " (" + column + ") VALUES (?)";
    }

    /** Inserts a row, or changes the one that has its key already. */
    String upsert(String table, List<String> key, List<String> values) {
        List<String> all = Stream.concat(key.stream(), values.stream()).toList();
        String insert =
                "INSERT INTO " + table + " (" + String.join(", ", all) + ") VALUES " + Statements.places(all.size());
        String newOne = this == POSTGRESQL ? "%1$s = EXCLUDED.%1$s" : "%1$s = VALUES(%1$s)";
        String set = values.stream().map(newOne::formatted).collect(Collectors.joining(", "));
        return this == POSTGRESQL
                ? insert + " ON CONFLICT (" + String.join(", ", key) + ") DO UPDATE SET " + set
                : insert + " ON DUPLICATE KEY UPDATE " + set;
    }

    /** Binds text to a column of any type: PostgreSQL finds out by itself if it is not told that it is text. */
    void bind(PreparedStatement statement, int at, String value) throws SQLException {
        if (this == POSTGRESQL) {
            statement.setObject(at, value, Types.OTHER);
        } else {
            statement.setString(at, value);
        }
    }

    /** Has instances that make the tables at the same time wait for each other. */
    void lockForSchema(Statement statement) throws SQLException {
        statement.execute(
                this == POSTGRESQL
                        ? "SELECT pg_advisory_lock(7319470212)"
                        : "SELECT GET_LOCK('sipwright_realtime', 60)");
    }

    void unlockForSchema(Statement statement) throws SQLException {
        statement.execute(
                this == POSTGRESQL
                        ? "SELECT pg_advisory_unlock(7319470212)"
                        : "SELECT RELEASE_LOCK('sipwright_realtime')");
    }
}
