package io.sipwright.realtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads and writes rows of Asterisk's tables; only the columns that hold options. */
final class PresentRows {

    private final Statements statements;
    private final Tables tables;
    private final Map<RowTable, List<Column>> columns = new EnumMap<>(RowTable.class);

    PresentRows(Statements statements, Tables tables, RowForm form) {
        this.statements = statements;
        this.tables = tables;
        for (RowTable table : RowTable.values()) {
            columns.put(table, form.tables().has(table) ? form.optionColumns(table) : List.of());
        }
    }

    private List<Column> columns(RowTable table) {
        return columns.getOrDefault(table, List.of());
    }

    /** The columns of a query, the id first, each after an alias. */
    String selected(RowTable table, String alias) {
        StringBuilder list = new StringBuilder(alias).append(RowTable.ID);
        columns(table).forEach(column -> list.append(", ").append(alias).append(quoted(column.name())));
        return list.toString();
    }

    /** The row that a result has from some column on. */
    Row row(RowTable table, ResultSet result, int first) throws SQLException {
        Map<String, String> values = new TreeMap<>();
        int at = first + 1;
        for (Column column : columns(table)) {
            String text = result.getString(at++);
            if (text != null) {
                column.read(text).ifPresent(value -> values.put(column.name(), value));
            }
        }
        return new Row(table, result.getString(first), values);
    }

    /** Those of some ids that are there, whoever wrote them. */
    Map<String, Row> find(RowTable table, Collection<String> ids) {
        Map<String, Row> found = new HashMap<>();
        statements.lookup(selected(table, ""), tables.of(table), "", RowTable.ID, ids, result -> {
            Row row = row(table, result, 1);
            found.put(row.id(), row);
        });
        return found;
    }

    /** Rows that are not there yet. A statement for each set of columns, of which there are as many as templates. */
    void insert(RowTable table, Collection<Row> rows) {
        byShape(rows).forEach((names, same) -> {
            List<String> all = new ArrayList<>(names);
            all.add(RowTable.ID);
            // Where the table has a default of its own, absent must still mean NULL.
            columns(table).stream()
                    .filter(column -> column.hasDefault() && !names.contains(column.name()))
                    .forEach(column -> all.add(column.name()));
            String nulls = ", NULL".repeat(all.size() - names.size() - 1);
            String places = Statements.places(names.size() + 1);
            String sql = "INSERT INTO " + tables.of(table) + " (" + quoted(all) + ") VALUES "
                    + places.substring(0, places.length() - 1) + nulls + ")";
            statements.batch(sql, same.stream().map(PresentRows::values).toList());
        });
    }

    /** Rows that are there already; what they no longer say becomes NULL. */
    void update(RowTable table, Collection<Row> rows) {
        byShape(rows).forEach((names, same) -> {
            List<String> set = new ArrayList<>();
            names.forEach(name -> set.add(quoted(name) + " = ?"));
            columns(table).stream()
                    .filter(column -> !names.contains(column.name()))
                    .forEach(column -> set.add(quoted(column.name()) + " = NULL"));
            String sql = "UPDATE " + tables.of(table) + " SET " + String.join(", ", set) + " WHERE id = ?";
            statements.batch(sql, same.stream().map(PresentRows::values).toList());
        });
    }

    void delete(RowTable table, Collection<String> ids) {
        statements.batch(
                "DELETE FROM " + tables.of(table) + " WHERE id = ?",
                ids.stream().map(List::of).toList());
    }

    private static Map<List<String>, List<Row>> byShape(Collection<Row> rows) {
        Map<List<String>, List<Row>> shapes = new LinkedHashMap<>();
        rows.forEach(row -> shapes.computeIfAbsent(List.copyOf(row.values().keySet()), key -> new ArrayList<>())
                .add(row));
        return shapes;
    }

    private static List<String> values(Row row) {
        List<String> values = new ArrayList<>(row.values().values());
        values.add(row.id());
        return values;
    }

    private String quoted(List<String> names) {
        return String.join(", ", names.stream().map(this::quoted).toList());
    }

    private String quoted(String name) {
        return statements.database().quoted(name);
    }
}
