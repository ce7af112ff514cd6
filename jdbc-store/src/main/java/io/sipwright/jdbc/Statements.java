package io.sipwright.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The few statements that every change is made of, by plain JDBC with values by position: Jdbi took as long to bind them
 * by name as a database on the same machine took to answer. What goes wrong comes in our words.
 */
final class Statements {

    private final Connection connection;

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** Takes from a result, which is closed afterwards, what is wanted. */
    @FunctionalInterface
    interface Results<R> {

        R read(ResultSet rows) throws SQLException;
    }

    <R> R query(String sql, List<? extends @Nullable Object> values, Results<R> results) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                return results.read(rows);
            }
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    void update(String sql, List<? extends @Nullable Object> values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    /** Runs a statement for each of some rows, in one round trip where the driver can. */
    void batch(String sql, List<? extends List<? extends @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<? extends @Nullable Object> row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        int at = 1;
        for (Object value : values) {
            if (value == null) {
                statement.setNull(at, Types.NULL);
            } else {
                statement.setObject(at, value);
            }
            at++;
        }
    }

    /** Places for so many values. */
    static String places(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
