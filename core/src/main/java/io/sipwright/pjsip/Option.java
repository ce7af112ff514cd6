package io.sipwright.pjsip;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One {@code name=value} of a section. Any strings may be held here; what Asterisk could not read back is refused by
 * the {@link PjsipWriter}. Immutable and thread-safe.
 */
public final class Option implements SectionEntry {

    private final String name;
    private final String value;
    private final byte @Nullable [] line; // as it is written, where that is known beforehand

    /**
     * An option.
     *
     * @param name as written; Asterisk ignores its case
     * @param value the value Asterisk shall see, without any escaping
     */
    public Option(String name, String value) {
        this(name, value, null);
    }

    private Option(String name, String value, byte @Nullable [] line) {
        this.name = Objects.requireNonNull(name, "name");
        this.value = Objects.requireNonNull(value, "value");
        this.line = line;
    }

    /** An option that will stand in many sections: it is checked and encoded once. */
    public static Option shared(String name, String value) {
        LineBuffer buffer = new LineBuffer(PjsipText.MAX_LINE_BYTES);
        boolean good = buffer.option(name, value) == null;
        return new Option(name, value, good ? buffer.toBytes() : null);
    }

    public String name() {
        return name;
    }

    public String value() {
        return value;
    }

    /** The line with its line feed, if it was encoded beforehand. */
    byte @Nullable [] line() {
        return line;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Option option && name.equals(option.name) && value.equals(option.value);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + value.hashCode();
    }

    /** Names the option without its value, which may be a secret. */
    @Override
    public String toString() {
        return name + "=…";
    }
}
