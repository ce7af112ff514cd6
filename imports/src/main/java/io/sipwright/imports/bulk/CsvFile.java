package io.sipwright.imports.bulk;

import io.sipwright.imports.bulk.CsvRow.Trouble;
import io.sipwright.store.ObjectKind;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads CSV: the header, then an object in each row. Not thread-safe. */
final class CsvFile {

    private static final String SEPARATORS = ",;\t";

    private final CsvChars chars;
    private final BulkReading reading;
    private final BulkProblems problems;

    CsvFile(Reader text, BulkReading reading) {
        this.chars = new CsvChars(text, 1);
        this.reading = reading;
        this.problems = reading.problems();
    }

    void read(@Nullable ObjectKind expected) throws IOException {
        int line = chars.line();
        String first = line();
        char separator = 0;
        if (first.matches("(?i)sep=[,;\t]")) { // what Excel writes, and understands
            separator = first.charAt(4);
            line = chars.line();
            first = line();
        }
        while (first.isBlank() && chars.peek() != CsvChars.END) {
            line = chars.line();
            first = line();
        }
        separator = separator == 0 ? separatorIn(first) : separator;
        CsvRow row = new CsvText(new CsvChars(new StringReader(first), line), separator, reading.limits()).next();
        if (row == null || row.isBlank()) {
            problems.file(0, "", "file.empty", "The file is empty.");
        } else if (row.trouble() != null) {
            broken(row, row.trouble(), "");
        } else {
            ObjectKind kind = kind(row, expected);
            if (kind != null) {
                CsvHeader header = CsvHeader.of(row, reading.members(kind), problems);
                rows(header, new CsvText(chars, separator, reading.limits()));
            }
        }
    }

    /** A line as it stands there, no longer than a row may be and a bit. */
    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        int c = chars.read();
        while (c != '\n'
                && c != CsvChars.END
                && text.length() <= reading.limits().rowLength()) {
            text.append((char) c);
            c = chars.read();
        }
        return text.toString();
    }

    /** Of those outside of quotes the most frequent one; a comma if there is none. */
    private static char separatorIn(String header) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            quoted ^= c == '"';
            int found = SEPARATORS.indexOf(c);
            if (found >= 0 && !quoted) {
                counts[found]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    private @Nullable ObjectKind kind(CsvRow header, @Nullable ObjectKind expected) {
        if (expected != null) {
            return expected;
        }
        Set<String> names = new HashSet<>();
        header.cells().forEach(cell -> names.add(cell.strip().toLowerCase(Locale.ROOT)));
        ObjectKind kind = BulkMembers.kindOf(names).orElse(null);
        if (kind == null) {
            problems.file(
                    header.line(),
                    "",
                    "file.kind_unknown",
                    "The first line is the header: it needs a column 'username' for users, or 'trunk_name' for trunks.");
        }
        return kind;
    }

    private void rows(CsvHeader header, CsvText text) throws IOException {
        for (CsvRow row = text.next(); row != null; row = text.next()) {
            if (row.trouble() != null) {
                int column = row.cells().size();
                broken(row, row.trouble(), column < header.columns().size() ? header.shown(column) : "");
                if (!row.trouble().lineEnds) {
                    return;
                }
            } else if (!row.isBlank() && !(fits(row, header) ? add(row, header) : reading.rejected(row.line()))) {
                return;
            }
        }
    }

    private void broken(CsvRow row, Trouble trouble, String column) {
        problems.file(row.line(), column, trouble.code, trouble.message);
    }

    private boolean fits(CsvRow row, CsvHeader header) {
        int columns = header.columns().size();
        int cells = row.cells().size();
        boolean more =
                cells > columns && !row.cells().subList(columns, cells).stream().allMatch(String::isEmpty);
        if (more || cells < columns) {
            problems.row(
                    row.line(),
                    "",
                    more ? "csv.too_many_cells" : "csv.too_few_cells",
                    cells + " cells, where the header has " + columns
                            + ". A text that holds the separator needs quotes.");
        }
        return !more && cells >= columns;
    }

    private boolean add(CsvRow row, CsvHeader header) {
        BulkObject object = new BulkObject(row.line());
        List<String> columns = header.columns();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            String cell = row.cells().get(i);
            if (cell.isEmpty()) {
                continue; // not given
            }
            if (!column.isEmpty()) {
                object.put(column, cell);
                if (!column.equals(BulkMembers.NOTES)) {
                    SpreadsheetTrace.in(cell).ifPresent(trace -> wrong(object, column, trace.code(), trace.message()));
                }
            } else if (header.named().get(i).isBlank()) {
                wrong(object, "", "column.unnamed", "The " + (i + 1) + ". cell has no name in the header.");
            }
        }
        return reading.add(header.kind(), object);
    }

    private void wrong(BulkObject object, String column, String code, String message) {
        object.note(problems.row(object.line(), column, code, message));
    }
}
