package io.sipwright.jdbc;

import io.sipwright.store.ObjectQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The table of one kind of objects: its statements. */
final class ObjectTable {

    private final Handle handle;
    private final String table;
    private final String nameColumn;
    private final String sortedName;
    private final ObjectMapping<?, ?> mapping;
    private final Database database;

    ObjectTable(Handle handle, Database database, Tables tables, ObjectMapping<?, ?> mapping) {
        this.handle = handle;
        this.table = mapping.table(tables);
        this.nameColumn = mapping.nameColumn();
        this.sortedName = database.binary(nameColumn);
        this.mapping = mapping;
        this.database = database;
    }

    /** The rows of these names, spelled as they are stored. */
    List<Map<String, @Nullable Object>> byNames(Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("SELECT * FROM " + table + " WHERE " + nameColumn + " IN (<names>)")
                .bindList("names", List.copyOf(names))
                .map(new Row())
                .list();
    }

    /** A page of those that a query asks for. */
    List<Map<String, @Nullable Object>> page(ObjectQuery query, @Nullable String after, int limit) {
        Conditions conditions = new Conditions(query);
        if (after != null) {
            conditions.add(sortedName + " > :after", "after", after);
        }
        return conditions
                .bind(handle.createQuery(
                        "SELECT * FROM " + table + conditions + " ORDER BY " + sortedName + " LIMIT :limit"))
                .bind("limit", limit)
                .map(new Row())
                .list();
    }

    /** Some rows that were not adopted yet. */
    List<Map<String, @Nullable Object>> notAdopted(int limit) {
        return handle.createQuery("SELECT * FROM " + table + " WHERE field_values IS NULL ORDER BY " + sortedName
                        + " LIMIT :limit")
                .bind("limit", limit)
                .map(new Row())
                .list();
    }

    long count(ObjectQuery query) {
        Conditions conditions = new Conditions(query);
        return conditions
                .bind(handle.createQuery("SELECT COUNT(*) FROM " + table + conditions))
                .mapTo(Long.class)
                .one();
    }

    void insert(List<Map<String, @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Collection<String> columns = rows.get(0).keySet();
        PreparedBatch batch = handle.prepareBatch("INSERT INTO " + table + " (" + String.join(", ", columns)
                + ") VALUES ("
                + columns.stream().map(column -> ":" + column).collect(Collectors.joining(", ")) + ")");
        for (Map<String, @Nullable Object> row : rows) {
            bind(batch, row);
        }
        batch.execute();
    }

    /** Replaces rows, each by the name it is stored under. */
    void update(Map<String, Map<String, @Nullable Object>> rowsByName) {
        if (rowsByName.isEmpty()) {
            return;
        }
        Collection<String> columns = rowsByName.values().iterator().next().keySet();
        PreparedBatch batch = handle.prepareBatch("UPDATE " + table + " SET "
                + columns.stream().map(column -> column + " = :" + column).collect(Collectors.joining(", "))
                + " WHERE " + nameColumn + " = :present_name");
        for (Map.Entry<String, Map<String, @Nullable Object>> entry : rowsByName.entrySet()) {
            batch.bind("present_name", entry.getKey());
            bind(batch, entry.getValue());
        }
        batch.execute();
    }

    private static void bind(PreparedBatch batch, Map<String, @Nullable Object> row) {
        row.forEach(batch::bind);
        batch.add();
    }

    void delete(String name) {
        handle.createUpdate("DELETE FROM " + table + " WHERE " + nameColumn + " = :name")
                .bind("name", name)
                .execute();
    }

    /** The conditions of a query. */
    private final class Conditions {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        Conditions(ObjectQuery query) {
            query.active().ifPresent(active -> add("COALESCE(is_active, TRUE) = :active", "active", active));
            query.template()
                    .ifPresent(id -> add(database.binary(mapping.templateColumn()) + " = :template", "template", id));
            query.text()
                    .ifPresent(text -> add(
                            textColumns().stream()
                                    .map(column -> database.lower(column) + " LIKE :text ESCAPE '!'")
                                    .collect(Collectors.joining(" OR ", "(", ")")),
                            "text",
                            "%" + text.replaceAll("[!%_]", "!$0") + "%"));
        }

        private List<String> textColumns() {
            List<String> columns = new ArrayList<>(List.of(nameColumn));
            mapping.fieldColumns().stream()
                    .filter(column -> mapping.kind().textFields().contains(column.field()))
                    .forEach(column -> columns.add(column.column()));
            return columns;
        }

        void add(String condition, String name, Object value) {
            conditions.add(condition);
            values.put(name, value);
        }

        Query bind(Query query) {
            return query.bindMap(values);
        }

        @Override
        public String toString() {
            return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        }
    }

    @Override
    public String toString() {
        return mapping.kind().name().toLowerCase(Locale.ROOT) + " in " + table;
    }
}
