package io.sipwright.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a database in the wild has besides the columns of the specification: constraints that will not let new values in,
 * and triggers that write behind our back.
 */
final class SchemaFindings {

    private final JdbcSession session;
    private final List<AdoptionFinding> findings = new ArrayList<>();

    private SchemaFindings(JdbcSession session) {
        this.session = session;
    }

    static List<AdoptionFinding> of(JdbcSession session) {
        SchemaFindings search = new SchemaFindings(session);
        search.findings.addAll(ColumnUsers.of(session));
        for (ObjectMapping<?, ?> mapping : List.of(new TrunkMapping(), new UserMapping())) {
            search.checks(mapping);
            search.triggers(mapping);
        }
        return search.findings;
    }

    /**
     * A constraint or a trigger.
     *
     * @param text condition of a constraint
     * @param remedy the statement that drops it, without the table it may begin with
     */
    private record Named(String name, String text, String remedy) {}

    private void checks(ObjectMapping<?, ?> mapping) {
        String table = mapping.table(session.tables);
        String sql = switch (session.database) {
            case POSTGRESQL ->
                "SELECT conname, pg_get_constraintdef(oid), 'DROP CONSTRAINT ' || quote_ident(conname)"
                        + " FROM pg_constraint WHERE contype = 'c' AND conrelid = CAST(:qualified AS regclass)";
            case MARIADB -> // one that stands beside a column goes when the column is described anew
                "SELECT k.constraint_name, k.check_clause, CASE k.level WHEN 'Table'"
                        + " THEN CONCAT('DROP CONSTRAINT `', k.constraint_name, '`')"
                        + " ELSE CONCAT('MODIFY COLUMN `', c.column_name, '` ', c.column_type,"
                        + " IF(c.is_nullable = 'NO', ' NOT NULL', ''),"
                        + " IF(c.column_default IS NULL, '', CONCAT(' DEFAULT ', c.column_default))) END"
                        + " FROM information_schema.check_constraints k LEFT JOIN information_schema.columns c"
                        + " ON c.table_schema = k.constraint_schema AND c.table_name = k.table_name"
                        + " AND c.column_name = k.constraint_name"
                        + " WHERE k.constraint_schema = " + schema() + " AND k.table_name = :bare"
                        + " UNION ALL SELECT column_name, CONCAT(column_name, ' ', column_type),"
                        + " CONCAT('MODIFY COLUMN `', column_name, '` VARCHAR(50)',"
                        + " IF(column_default IS NULL, '', CONCAT(' DEFAULT ', column_default)))"
                        + " FROM information_schema.columns WHERE data_type = 'enum'"
                        + " AND table_schema = " + schema() + " AND table_name = :bare";
            case H2 ->
                "SELECT c.constraint_name, c.check_clause, 'DROP CONSTRAINT \"' || c.constraint_name || '\"'"
                        + " FROM information_schema.check_constraints c"
                        + " JOIN information_schema.table_constraints t ON t.constraint_name = c.constraint_name"
                        + " AND t.constraint_schema = c.constraint_schema"
                        + " WHERE LOWER(t.table_schema) = " + schema() + " AND LOWER(t.table_name) = LOWER(:bare)";
        };
        for (Named check : query(sql, table)) {
            boolean template = check.text.toLowerCase(Locale.ROOT).contains(mapping.templateColumn());
            findings.add(new AdoptionFinding(
                    false,
                    table,
                    check.name,
                    "The constraint " + check.text
                            + (template
                                    ? " lets no other templates in."
                                    : " may refuse what is stored later; passwords will be ciphertext."),
                    "ALTER TABLE " + table + " " + check.remedy + ";"));
        }
    }

    private void triggers(ObjectMapping<?, ?> mapping) {
        String table = mapping.table(session.tables);
        String sql = switch (session.database) {
            case POSTGRESQL ->
                "SELECT tgname, '', quote_ident(tgname) || ' ON ' || CAST(tgrelid AS regclass) FROM pg_trigger"
                        + " WHERE NOT tgisinternal AND tgrelid = CAST(:qualified AS regclass)";
            case MARIADB ->
                "SELECT trigger_name, '', CONCAT('`', trigger_schema, '`.`', trigger_name, '`')"
                        + " FROM information_schema.triggers"
                        + " WHERE event_object_schema = " + schema() + " AND event_object_table = :bare";
            case H2 ->
                "SELECT trigger_name, '', '\"' || trigger_schema || '\".\"' || trigger_name || '\"'"
                        + " FROM information_schema.triggers WHERE LOWER(event_object_schema) = " + schema()
                        + " AND LOWER(event_object_table) = LOWER(:bare)";
        };
        for (Named trigger : query(sql, table)) {
            findings.add(new AdoptionFinding(
                    false,
                    table,
                    trigger.name,
                    "The trigger may change rows when they are written; the store sets updated_at by itself.",
                    "DROP TRIGGER " + trigger.remedy + ";"));
        }
    }

    /** The schema of the tables, as an expression. */
    private String schema() {
        String name = session.tables.schema();
        if (session.database == Database.MARIADB) {
            return name.isEmpty() ? "DATABASE()" : "'" + name + "'";
        }
        return name.isEmpty() ? "LOWER(CURRENT_SCHEMA)" : "LOWER('" + name + "')";
    }

    private List<Named> query(String sql, String table) {
        boolean qualified = sql.contains(":qualified");
        return session.handle()
                .createQuery(sql)
                .bind(qualified ? "qualified" : "bare", qualified ? table : session.tables.bare(table))
                .map((row, context) -> new Named(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
