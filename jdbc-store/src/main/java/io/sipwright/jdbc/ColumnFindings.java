package io.sipwright.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Columns that a table in the wild lacks, or has of another type, so that rows could be neither read nor written. */
final class ColumnFindings {

    private static final Pattern COLUMN = Pattern.compile("(?m)^    (\\w+) ((\\w+)[^\\n]*?),?$");

    /** The store asks nothing of these. */
    private static final Set<String> FREE = Set.of("id", "config_template");

    private final JdbcSession session;
    private final List<String> script;
    private final List<AdoptionFinding> findings = new ArrayList<>();

    private ColumnFindings(JdbcSession session) {
        this.session = session;
        this.script = SchemaScript.statements(session.database, session.tables);
    }

    static List<AdoptionFinding> of(JdbcSession session) {
        ColumnFindings search = new ColumnFindings(session);
        search.look(session.tables.trunks());
        search.look(session.tables.users());
        return search.findings;
    }

    private void look(String table) {
        Map<String, PresentColumn> present = present(table);
        definitions(table).forEach((column, definition) -> look(table, column, definition, present.get(column)));
    }

    private Map<String, PresentColumn> present(String table) {
        try (Statement statement = session.handle().getConnection().createStatement()) {
            return PresentColumn.of(statement, table);
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    /** What the scripts say of each column: its type, and the rest. */
    private Map<String, String> definitions(String table) {
        Map<String, String> definitions = new LinkedHashMap<>();
        for (String sql : script) {
            if (sql.startsWith("CREATE TABLE IF NOT EXISTS " + table + " ")) {
                Matcher matcher = COLUMN.matcher(sql);
                while (matcher.find()) {
                    if (!FREE.contains(matcher.group(1))) {
                        definitions.put(matcher.group(1), matcher.group(2));
                    }
                }
            }
        }
        script.stream()
                .flatMap(sql -> Widening.of(sql).stream())
                .filter(widening -> widening.table().equals(table))
                .forEach(widening -> definitions.computeIfPresent(
                        widening.column(),
                        (column, definition) ->
                                definition.replaceFirst("VARCHAR\\(\\d+\\)", "VARCHAR(" + widening.length() + ")")));
        return definitions;
    }

    private void look(String table, String column, String definition, @Nullable PresentColumn present) {
        if (present == null) {
            find(table, column, "The column is missing.", "ADD COLUMN " + column + " " + definition);
        } else if (present.kind() != kind(definition)) {
            find(
                    table,
                    column,
                    "The column is of type " + present.type() + ", which the store does not read or write.",
                    change(column, definition, present.type()));
        }
    }

    private String change(String column, String definition, String presentType) {
        if (session.database != Database.POSTGRESQL) {
            return (session.database == Database.MARIADB ? "MODIFY" : "ALTER") + " COLUMN " + column + " "
                    + definition.replace("UNIQUE ", "");
        }
        String type = definition.replaceFirst(" .*", "");
        String using = presentType.equals("timestamptz")
                ? column + " AT TIME ZONE 'UTC'"
                : "CAST(" + column + " AS " + type + ")";
        String alter = "ALTER COLUMN " + column + " ";
        int defaultAt = definition.indexOf("DEFAULT ");
        return alter + "DROP DEFAULT, " + alter + "TYPE " + type + " USING " + using
                + (defaultAt < 0 ? "" : ", " + alter + "SET " + definition.substring(defaultAt));
    }

    private static ColumnKind kind(String definition) {
        return switch (definition.replaceFirst("\\W.*", "")) {
            case "VARCHAR", "TEXT" -> ColumnKind.TEXT;
            case "INTEGER" -> ColumnKind.NUMBER;
            case "BOOLEAN" -> ColumnKind.BOOLEAN;
            default -> ColumnKind.TIME;
        };
    }

    private void find(String table, String column, String message, String change) {
        findings.add(new AdoptionFinding(true, table, column, message, "ALTER TABLE " + table + " " + change + ";"));
    }
}
