package io.sipwright.imports.bulk;

import io.sipwright.store.ObjectKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of CSV.
 *
 * @param kind of the objects in its rows
 * @param columns by their place; empty for one that is not to be read
 * @param named how each is called in the file; empty for one without a name
 */
record CsvHeader(ObjectKind kind, List<String> columns, List<String> named) {

    /** Understands the names of columns, and says which of them are wrong. */
    static CsvHeader of(CsvRow row, BulkMembers members, BulkProblems problems) {
        List<String> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : row.cells()) {
            String name = cell.strip();
            String column = members.column(name);
            String shown = TreeObject.shown(name);
            if (name.isEmpty()) {
                columns.add("");
            } else if (!members.isColumn(column)) {
                problems.file(row.line(), shown, "column.unknown", unknown(column, members));
                columns.add("");
            } else if (!seen.add(column)) {
                problems.file(row.line(), shown, "column.twice", "There is such a column already.");
                columns.add("");
            } else {
                columns.add(BulkMembers.READ_ONLY.contains(column) ? "" : column);
            }
        }
        if (!seen.contains(members.name())) {
            problems.file(row.line(), members.name(), "column.missing", "There is no such column.");
        }
        return new CsvHeader(members.kind(), columns, row.cells());
    }

    /** How a column is called in the file, no longer than one can read. */
    String shown(int column) {
        return TreeObject.shown(named.get(column));
    }

    private static String unknown(String column, BulkMembers members) {
        return column.equals(BulkMembers.OVERRIDES)
                ? "Give each option a column of its own, such as 'endpoint.direct_media'."
                : "There is no such column." + members.columnSuggestion(column);
    }
}
