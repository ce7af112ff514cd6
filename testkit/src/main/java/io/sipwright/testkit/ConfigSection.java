package io.sipwright.testkit;

import java.util.List;

/**
 * A section of a configuration file, as Asterisk itself has parsed it. Immutable.
 *
 * @param name the text between the brackets
 * @param lines {@code name=value}, exactly, in order; comments and escapes are gone
 */
public record ConfigSection(String name, List<String> lines) {

    /** Copies the list. */
    public ConfigSection {
        lines = List.copyOf(lines);
    }
}
