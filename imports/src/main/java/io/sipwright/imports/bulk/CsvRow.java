package io.sipwright.imports.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in the file.
 *
 * @param line where it begins
 * @param cells without quotes; what stood without quotes also without blanks around it
 * @param trouble why it could not be understood from its last cell on; null if it could
 */
record CsvRow(int line, List<String> cells, @Nullable Trouble trouble) {

    /** Why a row could not be understood. */
    enum Trouble {
        BEHIND_QUOTE(
                "csv.behind_quote", "Text behind the closing quote. A quote inside of quotes is written twice.", true),
        UNCLOSED("csv.unclosed_quote", "A quote is opened and never closed.", false),
        TOO_LONG("csv.row_too_long", "The row is too long. Perhaps a closing quote is missing.", false),
        TOO_MANY_CELLS("csv.too_many_columns", "The row has too many columns.", false);

        final String code;
        final String message;

        /** Whether the next row can be told from this one. */
        final boolean lineEnds;

        Trouble(String code, String message, boolean lineEnds) {
            this.code = code;
            this.message = message;
            this.lineEnds = lineEnds;
        }
    }

    boolean isBlank() {
        return trouble == null && cells.stream().allMatch(String::isEmpty);
    }

    /** Where, without what stands there. */
    @Override
    public String toString() {
        return "row of " + cells.size() + " cells in line " + line;
    }
}
