package io.sipwright.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Plain statements, as another program than the store would run them. */
final class Sql {

    private Sql() {}

    static void execute(DataSource dataSource, String... statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of a query, as texts by the names of their columns in lower case. */
    static List<Map<String, @Nullable String>> rows(DataSource dataSource, String query) {
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                Map<String, @Nullable String> row = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT), result.getString(i));
                }
                rows.add(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    static long count(DataSource dataSource, String from) {
        String count =
                rows(dataSource, "SELECT COUNT(*) AS n FROM " + from).get(0).get("n");
        return Long.parseLong(String.valueOf(count));
    }

    /** Inserts rows that all have the same columns. */
    static void insert(DataSource dataSource, String table, List<Map<String, @Nullable Object>> rows) {
        List<String> columns = List.copyOf(rows.get(0).keySet());
        String sql = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Map<String, @Nullable Object> row : rows) {
                for (int i = 0; i < columns.size(); i++) {
                    statement.setObject(i + 1, row.get(columns.get(i)));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every column and every row of every table of the schema that connections are in. */
    static List<String> dump(DataSource dataSource) {
        List<String> dump = new ArrayList<>();
        TreeSet<String> tables = new TreeSet<>();
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData metadata = connection.getMetaData();
            try (ResultSet columns = metadata.getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
                while (columns.next()) {
                    String table = columns.getString("TABLE_NAME");
                    if (!table.toLowerCase(Locale.ROOT).matches(".*(_pkey|_key|_seq|_idx)")) {
                        tables.add(table);
                    }
                    dump.add(table + "." + columns.getString("COLUMN_NAME") + " " + columns.getString("TYPE_NAME")
                            + columns.getString("COLUMN_SIZE") + columns.getString("NULLABLE")
                            + columns.getString("COLUMN_DEF"));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        for (String table : tables) {
            rows(dataSource, "SELECT * FROM " + table).stream()
                    .map(row -> table + row)
                    .sorted()
                    .forEach(dump::add);
        }
        return dump;
    }
}
