package io.sipwright.pjsip;

import java.util.Objects;

/**
 * One {@code name=value} of a section. Any strings may be held here; what Asterisk could not read back is refused by
 * the {@link PjsipWriter}.
 *
 * @param name option name as written; Asterisk ignores its case
 * @param value the value Asterisk shall see, without any escaping
 */
public record Option(String name, String value) implements SectionEntry {

    public Option {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    /** Names the option without its value, which may be a secret. */
    @Override
    public String toString() {
        return name + "=…";
    }
}
