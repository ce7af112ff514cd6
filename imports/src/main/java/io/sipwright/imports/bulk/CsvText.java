package io.sipwright.imports.bulk;

import io.sipwright.imports.bulk.CsvRow.Trouble;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts CSV into rows and cells (RFC 4180; also with blanks around quotes). Our own, because a row that is broken must
 * neither end the reading nor hide where it began. Not thread-safe.
 */
final class CsvText {

    private final CsvChars chars;
    private final char separator;
    private final BulkLimits limits;
    private int length;

    CsvText(CsvChars chars, char separator, BulkLimits limits) {
        this.chars = chars;
        this.separator = separator;
        this.limits = limits;
    }

    /** The next row; null at the end. */
    @Nullable
    CsvRow next() throws IOException {
        if (chars.peek() == CsvChars.END) {
            return null;
        }
        length = 0;
        int begin = chars.line();
        List<String> cells = new ArrayList<>();
        while (true) {
            Trouble trouble = cells.size() == limits.fields() ? Trouble.TOO_MANY_CELLS : cell(cells);
            if (trouble != null) {
                return new CsvRow(begin, cells, trouble);
            }
            if (chars.read() != separator) {
                return new CsvRow(begin, cells, null);
            }
        }
    }

    private @Nullable Trouble cell(List<String> cells) throws IOException {
        skipBlanks();
        return chars.peek() == '"' ? quoted(cells) : plain(cells);
    }

    private @Nullable Trouble plain(List<String> cells) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!endsCell(chars.peek())) {
            text.append((char) chars.read());
            if (++length > limits.rowLength()) {
                return Trouble.TOO_LONG;
            }
        }
        cells.add(text.toString().strip());
        return null;
    }

    private @Nullable Trouble quoted(List<String> cells) throws IOException {
        StringBuilder text = new StringBuilder();
        chars.read();
        while (true) {
            int c = chars.read();
            if (c == CsvChars.END) {
                return Trouble.UNCLOSED;
            }
            if (c == '"') {
                if (chars.peek() != '"') {
                    break;
                }
                chars.read();
            }
            text.append((char) c);
            if (++length > limits.rowLength()) {
                return Trouble.TOO_LONG;
            }
        }
        skipBlanks();
        if (!endsCell(chars.peek())) {
            chars.skipLine();
            return Trouble.BEHIND_QUOTE;
        }
        cells.add(text.toString());
        return null;
    }

    private boolean endsCell(int c) {
        return c == separator || c == '\n' || c == CsvChars.END;
    }

    private void skipBlanks() throws IOException {
        while (chars.peek() == ' ' || chars.peek() == '\t' && separator != '\t') {
            chars.read();
        }
    }
}
