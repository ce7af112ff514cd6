package io.sipwright.testkit.ami;

import java.util.List;
import java.util.Optional;

/**
 * A message that a client sent, as it came: secrets included. Immutable.
 *
 * @param connection the number of the connection, counted from 1
 * @param lines without their ends; a line that ends in a lone LF is a line as well, as it is for Asterisk
 */
public record RecordedAction(int connection, List<String> lines) {

    /** Copies the list. */
    public RecordedAction {
        lines = List.copyOf(lines);
    }

    /** The value of {@code Action}; empty if there is none. */
    public String name() {
        return header("Action");
    }

    /** The first value of a header that is not empty, its name in any case of letters; empty if there is none. */
    public String header(String name) {
        return all(name).stream().filter(value -> !value.isEmpty()).findFirst().orElse("");
    }

    /** All values of a header, in order. */
    public List<String> all(String name) {
        return lines.stream()
                .map(line -> value(line, name))
                .flatMap(Optional::stream)
                .toList();
    }

    boolean isNamed(String action) {
        return name().equalsIgnoreCase(action);
    }

    private static Optional<String> value(String line, String name) {
        int length = name.length();
        boolean named = line.regionMatches(true, 0, name, 0, length) && line.startsWith(":", length);
        return named ? Optional.of(line.substring(length + 1).stripLeading()) : Optional.empty();
    }
}
