package io.sipwright.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

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
        for (ObjectMapping<?, ?> mapping : List.of(new TrunkMapping(), new UserMapping())) {
            search.checks(mapping);
            search.triggers(mapping);
        }
        return search.findings;
    }

    /** A name and, of a constraint, its condition. */
    private record Named(String name, String condition) {}

    private void checks(ObjectMapping<?, ?> mapping) {
        String table = mapping.table(session.tables);
        String bare = session.tables.bare(table);
        String sql = switch (session.database) {
            case POSTGRESQL ->
                "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
                        + " WHERE contype = 'c' AND conrelid = CAST(:qualified AS regclass)";
            case MARIADB ->
                "SELECT constraint_name, check_clause FROM information_schema.check_constraints"
                        + " WHERE constraint_schema = DATABASE() AND table_name = :bare";
            case H2 ->
                "SELECT c.constraint_name, c.check_clause FROM information_schema.check_constraints c"
                        + " JOIN information_schema.table_constraints t ON t.constraint_name = c.constraint_name"
                        + " AND t.constraint_schema = c.constraint_schema WHERE LOWER(t.table_name) = LOWER(:bare)";
        };
        for (Named check : query(sql, table, bare)) {
            boolean template = check.condition.toLowerCase(Locale.ROOT).contains(mapping.templateColumn());
            findings.add(new AdoptionFinding(
                    false,
                    table,
                    check.name,
                    "The constraint " + check.condition
                            + (template
                                    ? " lets no other templates in."
                                    : " may refuse what is stored later; passwords will be ciphertext."),
                    "ALTER TABLE " + table + " DROP CONSTRAINT " + check.name + ";"));
        }
    }

    private void triggers(ObjectMapping<?, ?> mapping) {
        String table = mapping.table(session.tables);
        String bare = session.tables.bare(table);
        String sql = switch (session.database) {
            case POSTGRESQL ->
                "SELECT tgname, '' FROM pg_trigger WHERE NOT tgisinternal AND tgrelid ="
                        + " CAST(:qualified AS regclass)";
            case MARIADB ->
                "SELECT trigger_name, '' FROM information_schema.triggers"
                        + " WHERE trigger_schema = DATABASE() AND event_object_table = :bare";
            case H2 ->
                "SELECT trigger_name, '' FROM information_schema.triggers"
                        + " WHERE LOWER(event_object_table) = LOWER(:bare)";
        };
        for (Named trigger : query(sql, table, bare)) {
            findings.add(new AdoptionFinding(
                    false,
                    table,
                    trigger.name,
                    "The trigger may change rows when they are written; the store sets updated_at by itself.",
                    "DROP TRIGGER " + trigger.name + (session.database == Database.POSTGRESQL ? " ON " + table : "")
                            + ";"));
        }
    }

    private List<Named> query(String sql, String table, String bare) {
        Handle handle = session.handle;
        return handle.createQuery(sql)
                .bind(sql.contains(":qualified") ? "qualified" : "bare", sql.contains(":qualified") ? table : bare)
                .map((row, context) -> new Named(row.getString(1), row.getString(2)))
                .list();
    }
}
