package io.sipwright.ami;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event while it is looked at. May hold a password: it is not kept, and shows nothing of itself but its name. */
final class EventMessage {
    private final List<String> lines;

    /** The first line is that of the name. */
    EventMessage(List<String> lines) {
        this.lines = lines;
    }

    String name() {
        return value(lines.get(0)).strip();
    }

    /** The value of the first header of a name; null if there is none. */
    @Nullable
    String first(String header) {
        int length = header.length();
        for (String line : lines) {
            if (line.length() > length
                    && line.charAt(length) == ':'
                    && line.regionMatches(true, 0, header, 0, length)) {
                return value(line);
            }
        }
        return null;
    }

    /** The same, or empty. */
    String get(String header) {
        String value = first(header);
        return value == null ? "" : value;
    }

    boolean endsList() {
        return get("EventList").equalsIgnoreCase("Complete");
    }

    /** Blanks count, but for the one behind the colon. */
    private static String value(String line) {
        int start = line.indexOf(':') + 1;
        return line.substring(line.startsWith(" ", start) ? start + 1 : start);
    }

    @Override
    public String toString() {
        return name();
    }
}
