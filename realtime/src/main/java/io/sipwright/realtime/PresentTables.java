package io.sipwright.realtime;

import io.sipwright.realtime.Column.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The columns that are there, whoever made the tables: our script, Asterisk's own (Alembic), or a person. Immutable.
 *
 * @param columns of each table that is there, by name
 */
record PresentTables(Map<RowTable, Map<String, Column>> columns) {

    private static final Pattern CHOICE = Pattern.compile("'((?:[^']|'')*)'");

    /** Asks the database, in two questions at most. */
    static PresentTables read(Connection connection, Tables tables) {
        try {
            Database database = Database.of(connection);
            Map<String, List<String>> choices = database == Database.POSTGRESQL ? choices(connection) : Map.of();
            Map<RowTable, Map<String, Column>> found = new EnumMap<>(RowTable.class);
            // MariaDB tells the choices in the type of the column.
            String type = database == Database.POSTGRESQL ? "udt_name" : "column_type";
            String schema = tables.schema().isEmpty() ? database.currentSchema() : "?";
            String sql = "SELECT table_name, column_name, data_type, character_maximum_length, " + type
                    + ", column_default FROM information_schema.columns WHERE table_schema = " + schema;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                if (!tables.schema().isEmpty()) {
                    statement.setString(1, tables.schema());
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        RowTable table = table(rows.getString(1), tables);
                        if (table != null) {
                            Column column = column(rows, choices);
                            found.computeIfAbsent(table, key -> new TreeMap<>()).put(column.name(), column);
                        }
                    }
                }
            }
            return new PresentTables(found);
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    private static @Nullable RowTable table(String name, Tables tables) {
        return name.startsWith(tables.prefix())
                ? RowTable.ofTable(name.substring(tables.prefix().length())).orElse(null)
                : null;
    }

    private static Map<String, List<String>> choices(Connection connection) throws SQLException {
        Map<String, List<String>> choices = new HashMap<>();
        String sql = "SELECT t.typname, e.enumlabel FROM pg_catalog.pg_type t"
                + " JOIN pg_catalog.pg_enum e ON e.enumtypid = t.oid ORDER BY t.typname, e.enumsortorder";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                choices.computeIfAbsent(rows.getString(1), key -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return choices;
    }

    private static Column column(ResultSet row, Map<String, List<String>> choices) throws SQLException {
        String typeName = row.getString(5);
        String standard = row.getString(6);
        boolean hasDefault = standard != null && !standard.equals("NULL"); // as MariaDB says it
        ColumnDraft draft = new ColumnDraft(row.getString(2), hasDefault);
        return switch (row.getString(3)) {
            case "integer", "int", "mediumint" -> draft.of(Kind.WHOLE, Integer.MAX_VALUE, List.of());
            case "bigint" -> draft.of(Kind.WHOLE, Long.MAX_VALUE, List.of());
            case "smallint" -> draft.of(Kind.WHOLE, Short.MAX_VALUE, List.of());
            case "double precision", "real", "numeric", "double", "float", "decimal" ->
                draft.of(Kind.DECIMAL, 0, List.of());
            case "enum" -> draft.of(Kind.CHOICE, 0, listed(typeName));
            case "USER-DEFINED" ->
                choices.containsKey(typeName)
                        ? draft.of(Kind.CHOICE, 0, Objects.requireNonNull(choices.get(typeName)))
                        : draft.of(Kind.TEXT, 0, List.of());
            // NULL, which is 0, for a text without a limit.
            default -> draft.of(Kind.TEXT, row.getLong(4), List.of());
        };
    }

    private static List<String> listed(String type) {
        Matcher matcher = CHOICE.matcher(type);
        List<String> choices = new ArrayList<>();
        while (matcher.find()) {
            choices.add(matcher.group(1).replace("''", "'"));
        }
        return choices;
    }

    /** A column of which the kind is still to be told. */
    private record ColumnDraft(String name, boolean hasDefault) {

        Column of(Kind kind, long limit, List<String> choices) {
            return new Column(name, kind, limit, choices, hasDefault);
        }
    }

    /** Whether a table is there, with a column for names. */
    boolean has(RowTable table) {
        return of(table).containsKey(RowTable.ID);
    }

    /** The columns of a table; none if it is not there. */
    Map<String, Column> of(RowTable table) {
        return columns.getOrDefault(table, Map.of());
    }

    Optional<Column> find(RowTable table, String column) {
        return Optional.ofNullable(of(table).get(column));
    }
}
