package io.sipwright.jdbc;

import io.sipwright.store.ObjectQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The table of one kind of objects: its statements. */
final class ObjectTable {

    private final JdbcSession session;
    private final String table;
    private final String nameColumn;
    private final String sortedName;
    private final ObjectMapping<?, ?> mapping;
    private final Database database;

    ObjectTable(JdbcSession session, ObjectMapping<?, ?> mapping) {
        this(session, mapping, session.database.sorted(mapping.nameColumn()));
    }

    private ObjectTable(JdbcSession session, ObjectMapping<?, ?> mapping, String sortedName) {
        this.session = session;
        this.table = mapping.table(session.tables);
        this.nameColumn = mapping.nameColumn();
        this.sortedName = sortedName;
        this.mapping = mapping;
        this.database = session.database;
    }

    /** The same table where the scripts may not have been run, so that its columns may sort in any order. */
    static ObjectTable asFound(JdbcSession session, ObjectMapping<?, ?> mapping) {
        return new ObjectTable(session, mapping, session.database.binary(mapping.nameColumn()));
    }

    /** The rows of these names, spelled as they are stored. */
    List<Map<String, @Nullable Object>> byNames(Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        return session.statements.query(
                "SELECT * FROM " + table + " WHERE " + nameColumn + " IN (" + Statements.places(names.size()) + ")",
                List.copyOf(names),
                Row::all);
    }

    /** A page of those that a query asks for. */
    List<Map<String, @Nullable Object>> page(ObjectQuery query, @Nullable String after, int limit) {
        Conditions conditions = new Conditions(query);
        if (after != null) {
            conditions.add(sortedName + " > :after", "after", after);
        }
        return conditions
                .bind(session.handle()
                        .createQuery(
                                "SELECT * FROM " + table + conditions + " ORDER BY " + sortedName + " LIMIT :limit"))
                .bind("limit", limit)
                .map(new Row())
                .list();
    }

    /** Some rows that were not adopted yet. */
    List<Map<String, @Nullable Object>> notAdopted(int limit) {
        return session.handle()
                .createQuery("SELECT * FROM " + table + " WHERE field_values IS NULL ORDER BY " + sortedName
                        + " LIMIT :limit")
                .bind("limit", limit)
                .map(new Row())
                .list();
    }

    long count(ObjectQuery query) {
        Conditions conditions = new Conditions(query);
        return conditions
                .bind(session.handle().createQuery("SELECT COUNT(*) FROM " + table + conditions))
                .mapTo(Long.class)
                .one();
    }

    void insert(List<Map<String, @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Collection<String> columns = List.copyOf(rows.get(0).keySet());
        List<List<@Nullable Object>> values = new ArrayList<>(rows.size());
        for (Map<String, @Nullable Object> row : rows) {
            values.add(values(row, columns));
        }
        session.statements.batch(
                "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                        + Statements.places(columns.size()) + ")",
                values);
    }

    /** Replaces rows, each by the name it is stored under. */
    void update(Map<String, Map<String, @Nullable Object>> rowsByName) {
        if (rowsByName.isEmpty()) {
            return;
        }
        Collection<String> columns =
                List.copyOf(rowsByName.values().iterator().next().keySet());
        List<List<@Nullable Object>> rows = new ArrayList<>(rowsByName.size());
        for (Map.Entry<String, Map<String, @Nullable Object>> entry : rowsByName.entrySet()) {
            List<@Nullable Object> values = values(entry.getValue(), columns);
            values.add(entry.getKey());
            rows.add(values);
        }
        session.statements.batch(
                "UPDATE " + table + " SET "
                        + columns.stream().map(column -> column + " = ?").collect(Collectors.joining(", ")) + " WHERE "
                        + nameColumn + " = ?",
                rows);
    }

    private static List<@Nullable Object> values(Map<String, @Nullable Object> row, Collection<String> columns) {
        List<@Nullable Object> values = new ArrayList<>(columns.size() + 1);
        columns.forEach(column -> values.add(row.get(column)));
        return values;
    }

    void delete(String name) {
        session.statements.update("DELETE FROM " + table + " WHERE " + nameColumn + " = ?", List.of(name));
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
