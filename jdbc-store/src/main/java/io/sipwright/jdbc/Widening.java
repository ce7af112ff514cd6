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

    /** Whether a statement of the scripts would widen nothing. */
    static boolean isNeedless(Statement statement, String sql) throws SQLException {
        Optional<Widening> widening = of(sql);
        return widening.isPresent()
                && !widening.get()
                        .isNeeded(PresentColumn.of(statement, widening.get().table)
                                .get(widening.get().column));
    }

    boolean isNeeded(@Nullable PresentColumn present) {
        return present == null || (present.kind() == ColumnKind.TEXT && present.length() < length);
    }
}
