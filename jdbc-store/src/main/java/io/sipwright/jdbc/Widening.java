package io.sipwright.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the scripts that makes a column wide enough. One that is wide enough already is left alone: it would be
 * narrowed, and a view over it would have to go for nothing.
 *
 * @param table with its schema and prefix
 */
record Widening(String table, String column, int length) {

    private static final Pattern FORM = Pattern.compile(
            "ALTER TABLE (\\S+) (?:ALTER|MODIFY) COLUMN (\\w+) (?:SET DATA )?(?:TYPE )?VARCHAR\\((\\d+)\\).*");

    static Optional<Widening> of(String sql) {
        Matcher matcher = FORM.matcher(sql);
        return matcher.matches()
                ? Optional.of(new Widening(matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    /**
     * What of a statement of the scripts is to be run: nothing if it would widen nothing; and if it also sets a collation,
     * the same with the length that the column has, where that is more.
     */
    static Optional<String> withoutNarrowing(Statement statement, String sql) throws SQLException {
        Optional<Widening> found = of(sql);
        if (found.isEmpty()) {
            return Optional.of(sql);
        }
        Widening widening = found.get();
        PresentColumn present = PresentColumn.of(statement, widening.table).get(widening.column);
        if (present == null || widening.isNeeded(present)) {
            return Optional.of(sql);
        }
        return sql.contains(" COLLATE ")
                ? Optional.of(sql.replace("VARCHAR(" + widening.length + ")", "VARCHAR(" + present.length() + ")"))
                : Optional.empty();
    }

    boolean isNeeded(@Nullable PresentColumn present) {
        return present == null || (present.kind() == ColumnKind.TEXT && present.length() < length);
    }
}
