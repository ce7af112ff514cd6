package io.sipwright.realtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;

/** Statements on the caller's connection, with text values by position. What goes wrong comes in our words. */
final class Statements {

    private static final int FETCHED = 1000;

    private final Connection connection;
    private final Database database;

    Statements(Connection connection) {
        this.connection = connection;
        try {
            this.database = Database.of(connection);
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    /** Takes what is wanted from one row of a result. */
    @FunctionalInterface
    interface RowReader {

        void read(ResultSet row) throws SQLException;
    }

    Database database() {
        return database;
    }

    /** Reads rows one after the other; not all of them are ever in memory. */
    void query(String sql, Collection<String> values, RowReader reader) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED);
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    /**
     * Reads the rows of a table that have one of some values in a column; see {@link Database#lookup}.
     *
     * @param condition further ones, each with AND behind it; may be empty
     */
    void lookup(
            String columns,
            String table,
            String condition,
            String column,
            Collection<String> values,
            RowReader reader) {
        String sql = database.lookup(columns, table, condition, column, values.size());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            database.bindAll(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    /** Runs a statement; how many rows it has met. */
    int update(String sql, Collection<String> values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    /** Runs a statement for each of some rows, in one round trip where the driver can. */
    void batch(String sql, Collection<? extends Collection<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Collection<String> row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    private void bind(PreparedStatement statement, Collection<String> values) throws SQLException {
        int at = 1;
        for (String value : values) {
            database.bind(statement, at++, value);
        }
    }

    /** Places for so many values, in brackets. */
    static String places(int count) {
        return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }
}
