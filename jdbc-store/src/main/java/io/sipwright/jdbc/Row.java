package io.sipwright.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads rows as values by the name of their column in lower case; times without a zone. */
final class Row implements RowMapper<Map<String, @Nullable Object>> {

    @Override
    public Map<String, @Nullable Object> map(ResultSet result, StatementContext context) throws SQLException {
        return specialize(result, context).map(result, context);
    }

    /** Looks at the columns once for all rows of a result. */
    @Override
    public RowMapper<Map<String, @Nullable Object>> specialize(ResultSet result, StatementContext context)
            throws SQLException {
        ResultSetMetaData metadata = result.getMetaData();
        String[] labels = new String[metadata.getColumnCount()];
        boolean[] times = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = metadata.getColumnLabel(i + 1).toLowerCase(Locale.ROOT);
            times[i] = metadata.getColumnType(i + 1) == Types.TIMESTAMP;
        }
        return (row, ignored) -> {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (int i = 0; i < labels.length; i++) {
                values.put(labels[i], times[i] ? row.getObject(i + 1, LocalDateTime.class) : row.getObject(i + 1));
            }
            return values;
        };
    }
}
