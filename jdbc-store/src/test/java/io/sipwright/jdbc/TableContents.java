package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * All that stands in the tables, read past the store.
 *
 * @param tables rows by the name of the table without prefix, each with its values by the name of the column
 */
record TableContents(Map<String, List<Map<String, String>>> tables) {

    static TableContents of(DataSource dataSource, String prefix) throws SQLException {
        Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table :
                    List.of("sip_state", "sip_names", "sip_users", "sip_trunks", "sip_changes", "sip_nodes")) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + prefix + table + " ORDER BY 1")) {
                    tables.put(table, rows(rows));
                }
            }
        }
        return new TableContents(tables);
    }

    private static List<Map<String, String>> rows(ResultSet result) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        while (result.next()) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                row.put(
                        result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT),
                        String.valueOf(result.getString(i)));
            }
            rows.add(row);
        }
        return rows;
    }

    private Stream<String> column(String table, String column) {
        return tables.getOrDefault(table, List.of()).stream().map(row -> row.getOrDefault(column, "no such column"));
    }

    /** Every value of every row. */
    List<String> values() {
        return tables.values().stream()
                .flatMap(List::stream)
                .flatMap(row -> row.values().stream())
                .toList();
    }

    long generation() {
        return column("sip_state", "generation").mapToLong(Long::parseLong).sum();
    }

    List<String> userNames() {
        return column("sip_users", "username").sorted().toList();
    }

    /** Each object has its name, each generation its changes, and the last change of a name tells what is there. */
    TableContents assertWhole() {
        Map<String, String> objects = new TreeMap<>();
        tables.getOrDefault("sip_users", List.of())
                .forEach(row -> objects.put(row.get("username"), "USER " + row.get("version")));
        tables.getOrDefault("sip_trunks", List.of())
                .forEach(row -> objects.put(row.get("trunk_name"), "TRUNK " + row.get("version")));
        Map<String, String> last = new TreeMap<>();
        for (Map<String, String> change : tables.getOrDefault("sip_changes", List.of())) {
            last.put(change.get("name"), change.get("kind") + " " + change.get("version"));
            if ("DELETED".equals(change.get("action"))) {
                last.remove(change.get("name"));
            }
        }
        assertThat(last).as("what the changes say is there").isEqualTo(objects);
        assertThat(column("sip_names", "name")).as("names").containsExactlyInAnyOrderElementsOf(objects.keySet());
        assertThat(column("sip_changes", "generation").map(Long::valueOf).distinct())
                .as("generations")
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, generation()).boxed().toList());
        return this;
    }
}
