package io.sipwright.imports.bulk;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What spreadsheets make of telephone numbers, which then look like data. */
enum SpreadsheetTrace {
    SHORTENED(
            "[+-]?\\d{1,3}([.,]\\d{1,20})?[eE]\\+?\\d{1,3}",
            "A spreadsheet has shortened this number, and its digits are lost. Format the column as text and enter it again."),
    FORMULA("=\".*\"", "A formula of a spreadsheet. Leave out the equals sign and the quotes."),
    APOSTROPHE("'[+0-9*#]+", "Begins with an apostrophe, which a spreadsheet hides and a file does not. Leave it out."),
    FAILURE(
            "#(REF!|NAME\\?|N/A|VALUE!|DIV/0!|NUM!|NULL!)|#{3,50}",
            "A spreadsheet has put an error in the place of the value.");

    private final Pattern pattern;
    private final String message;

    SpreadsheetTrace(String pattern, String message) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        this.message = message;
    }

    static Optional<SpreadsheetTrace> in(String text) {
        for (SpreadsheetTrace trace : values()) {
            if (trace.pattern.matcher(text).matches()) {
                return Optional.of(trace);
            }
        }
        return Optional.empty();
    }

    String code() {
        return "spreadsheet." + name().toLowerCase(Locale.ROOT);
    }

    String message() {
        return message;
    }
}
