package io.sipwright.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A column as the database has it.
 *
 * @param type as the database calls it, in lower case
 * @param length in characters; that of a text without a limit is the largest integer
 */
record PresentColumn(String type, ColumnKind kind, int length) {

    /** Types of PostgreSQL that take a text; it calls every enumeration a VARCHAR, too. */
    private static final Set<String> TEXTS = Set.of("varchar", "text", "bpchar", "citext");

    /** The columns of a table, by their names in lower case. */
    static Map<String, PresentColumn> of(Statement statement, String table) throws SQLException {
        Map<String, PresentColumn> columns = new LinkedHashMap<>();
        Database database = Database.of(statement.getConnection());
        try (ResultSet none = statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
            ResultSetMetaData metadata = none.getMetaData();
            for (int i = 1; i <= metadata.getColumnCount(); i++) {
                columns.put(metadata.getColumnName(i).toLowerCase(Locale.ROOT), of(database, metadata, i));
            }
        }
        return columns;
    }

    private static PresentColumn of(Database database, ResultSetMetaData metadata, int i) throws SQLException {
        String type = metadata.getColumnTypeName(i).toLowerCase(Locale.ROOT);
        ColumnKind kind = kind(database, type, metadata.getColumnType(i));
        int length = metadata.getPrecision(i);
        return new PresentColumn(type, kind, length <= 0 ? Integer.MAX_VALUE : length);
    }

    private static ColumnKind kind(Database database, String type, int jdbcType) {
        boolean isPostgres = database == Database.POSTGRESQL;
        return switch (jdbcType) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB ->
                (isPostgres && !TEXTS.contains(type)) || type.contains("enum") ? ColumnKind.OTHER : ColumnKind.TEXT;
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> ColumnKind.NUMBER;
            case Types.TINYINT -> isPostgres ? ColumnKind.NUMBER : ColumnKind.BOOLEAN;
            case Types.BIT, Types.BOOLEAN -> ColumnKind.BOOLEAN;
            case Types.TIMESTAMP -> type.equals("timestamptz") ? ColumnKind.OTHER : ColumnKind.TIME;
            default -> ColumnKind.OTHER;
        };
    }
}
