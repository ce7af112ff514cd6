package io.sipwright.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Views and triggers that use a column which has to be widened: PostgreSQL changes no type below them. */
final class ColumnUsers {

    /** Both give the statement that drops it, and the one that makes it again. */
    private static final String VIEWS = "SELECT DISTINCT a.attname, CAST(CAST(v.oid AS regclass) AS text),"
            + " CASE v.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END || 'VIEW ' || CAST(v.oid AS regclass),"
            + " 'CREATE ' || CASE v.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END || 'VIEW '"
            + " || CAST(v.oid AS regclass) || ' AS ' || pg_get_viewdef(v.oid)"
            + " FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid JOIN pg_class v ON v.oid = r.ev_class"
            + " JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid"
            + " WHERE d.classid = CAST('pg_rewrite' AS regclass) AND d.refobjid = CAST(:table AS regclass)"
            + " AND d.refclassid = CAST('pg_class' AS regclass) AND v.oid <> d.refobjid";

    private static final String TRIGGERS = "SELECT DISTINCT a.attname, CAST(t.tgname AS text),"
            + " 'TRIGGER ' || quote_ident(t.tgname) || ' ON ' || CAST(t.tgrelid AS regclass),"
            + " pg_get_triggerdef(t.oid) || ';'"
            + " FROM pg_depend d JOIN pg_trigger t ON t.oid = d.objid"
            + " JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid"
            + " WHERE d.classid = CAST('pg_trigger' AS regclass) AND d.refobjid = CAST(:table AS regclass)"
            + " AND d.refclassid = CAST('pg_class' AS regclass) AND NOT t.tgisinternal";

    private final JdbcSession session;
    private final List<AdoptionFinding> findings = new ArrayList<>();

    private ColumnUsers(JdbcSession session) {
        this.session = session;
    }

    static List<AdoptionFinding> of(JdbcSession session) {
        ColumnUsers search = new ColumnUsers(session);
        if (session.database == Database.POSTGRESQL) {
            for (String table : List.of(session.tables.trunks(), session.tables.users())) {
                List<String> columns = search.toBeWidened(table);
                search.look(VIEWS, table, columns);
                search.look(TRIGGERS, table, columns);
            }
        }
        return search.findings;
    }

    private List<String> toBeWidened(String table) {
        try (Statement statement = session.handle().getConnection().createStatement()) {
            Map<String, PresentColumn> present = PresentColumn.of(statement, table);
            return SchemaScript.statements(session.database, session.tables).stream()
                    .flatMap(sql -> Widening.of(sql).stream())
                    .filter(widening -> widening.table().equals(table))
                    .filter(widening -> widening.isNeeded(present.get(widening.column())))
                    .map(Widening::column)
                    .toList();
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    private record User(String column, String name, String drop, String create) {}

    private void look(String sql, String table, List<String> columns) {
        List<User> users = session.handle()
                .createQuery(sql)
                .bind("table", table)
                .map((row, context) -> new User(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
        users.stream()
                .filter(user -> columns.contains(user.column))
                .map(user -> new AdoptionFinding(
                        true,
                        table,
                        user.name,
                        "It uses columns that SchemaInitializer has to widen, which the database refuses meanwhile.",
                        "DROP " + user.drop + "; -- and after SchemaInitializer: " + user.create))
                .distinct()
                .forEach(findings::add);
    }
}
