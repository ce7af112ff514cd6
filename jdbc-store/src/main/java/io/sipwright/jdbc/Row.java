package io.sipwright.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads rows as values by the name of their column in lower case; times without a zone. */
final class Row implements RowMapper<Map<String, @Nullable Object>> {

    /** The columns of one result; they are looked at once for all of its rows. */
    private static final class Columns {

        private final String[] labels;
        private final int[] types;

        Columns(ResultSet result) throws SQLException {
            ResultSetMetaData metadata = result.getMetaData();
            labels = new String[metadata.getColumnCount()];
            types = new int[labels.length];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = metadata.getColumnLabel(i + 1).toLowerCase(Locale.ROOT);
                types[i] = metadata.getColumnType(i + 1);
            }
        }

        Map<String, @Nullable Object> read(ResultSet row) throws SQLException {
            Map<String, @Nullable Object> values = new LinkedHashMap<>(2 * labels.length);
            for (int i = 0; i < labels.length; i++) {
                values.put(labels[i], value(row, i + 1, types[i]));
            }
            return values;
        }

        /** A driver that is asked for any object looks up its type for each row; most are texts. */
        private static @Nullable Object value(ResultSet row, int column, int type) throws SQLException {
            return switch (type) {
                case Types.TIMESTAMP -> row.getObject(column, LocalDateTime.class);
                case Types.VARCHAR -> row.getString(column);
                default -> row.getObject(column);
            };
        }
    }

    /** All rows of a result. */
    static List<Map<String, @Nullable Object>> all(ResultSet result) throws SQLException {
        Columns columns = new Columns(result);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        while (result.next()) {
            rows.add(columns.read(result));
        }
        return rows;
    }

    @Override
    public Map<String, @Nullable Object> map(ResultSet result, StatementContext context) throws SQLException {
        return new Columns(result).read(result);
    }

    @Override
    public RowMapper<Map<String, @Nullable Object>> specialize(ResultSet result, StatementContext context)
            throws SQLException {
        Columns columns = new Columns(result);
        return (row, ignored) -> columns.read(row);
    }
}
