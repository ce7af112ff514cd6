package io.sipwright.pjsip;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a file into headers, options, directives and comments, and hands each to a subclass. */
abstract class LineHandler {

    abstract void header(SectionHeader header, Location location);

    abstract void option(String name, String value, boolean append, Location location);

    abstract void directive(String name, @Nullable String argument, Location location) throws IOException;

    /** Called before any line that is neither a header nor a directive. */
    void beforeOption(Location location) {
        // may be refused
    }

    abstract void comment(String text);

    abstract void warn(Location location, String message);

    final void read(String file, InputStream in) throws IOException {
        read(file, in, true);
    }

    /** Reads a file; of several that one include names, Asterisk skips a byte order mark in the first only. */
    final void read(String file, InputStream in, boolean skipByteOrderMark) throws IOException {
        var lines =
                new PhysicalLines(in, skipByteOrderMark, (line, message) -> warn(new Location(file, line), message));
        var comments = new CommentScanner();
        String text;
        while ((text = lines.next()) != null) {
            String code = comments.code(text, lines.number());
            List<String> kept = comments.comments();
            kept.forEach(this::comment);
            String stripped = code == null ? "" : Blanks.strip(code);
            if (!stripped.isEmpty()) {
                line(stripped, new Location(file, lines.number()));
            } else if (kept.isEmpty() && text.startsWith(";")) {
                comment("");
            }
        }
        if (comments.openBlock() != 0) {
            throw new PjsipSyntaxException(
                    new Location(file, comments.openBlock()),
                    "expected '--;' to close the block comment that begins here; Asterisk loses all that follows");
        }
    }

    private void line(String code, Location location) throws IOException {
        switch (code.charAt(0)) {
            case '[' -> header(SectionHeader.parse(code, location, message -> warn(location, message)), location);
            case '#' -> directive(code.substring(1), location);
            default -> option(code, location);
        }
    }

    private void directive(String code, Location location) throws IOException {
        int end = 0;
        while (end < code.length() && code.charAt(end) > ' ') {
            end++;
        }
        String argument = Blanks.strip(code.substring(end));
        directive(code.substring(0, end), argument.isEmpty() ? null : argument, location);
    }

    private void option(String code, Location location) {
        beforeOption(location);
        boolean escaped = code.charAt(0) == '\\';
        String text = escaped ? code.substring(1) : code;
        if (escaped && (text.isEmpty() || text.charAt(0) <= ' ' || text.charAt(0) >= 0x80)) {
            throw new PjsipSyntaxException(location, "expected a name after the leading backslash");
        }
        int equals = text.indexOf('=', escaped ? 1 : 0);
        if (equals < 0) {
            warn(location, "expected 'name=value'; a line without '=' is ignored");
            return;
        }
        boolean append = equals > (escaped ? 1 : 0) && text.charAt(equals - 1) == '+';
        String name = Blanks.strip(text.substring(0, append ? equals - 1 : equals));
        String value = text.substring(equals + 1);
        if (!append) {
            value = Blanks.strip(value.startsWith(">") ? value.substring(1) : value);
        }
        if (name.isEmpty()) {
            warn(location, "expected a name before '='; the line is ignored");
            return;
        }
        option(name, value, append, location);
    }
}
