package io.sipwright.pjsip;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An option of a section type, as one version of Asterisk knows it.
 *
 * @param name as Asterisk spells it
 * @param kind the form of its value, for example {@code bool}, {@code uint}, {@code enum}, {@code codec-list}
 * @param defaultValue what Asterisk takes when the option is absent; empty for none
 * @param choices the words an enumeration knows; empty for other kinds
 * @param range smallest and largest number; null for other kinds
 * @param maxBytes longest value in bytes; 0 for no limit but that of the line
 * @param accumulates whether repeated lines add up; otherwise the last line wins
 * @param required whether Asterisk drops a section without it
 * @param deprecated whether this version calls it deprecated
 */
public record OptionType(
        String name,
        String kind,
        String defaultValue,
        List<String> choices,
        @Nullable Range range,
        int maxBytes,
        boolean accumulates,
        boolean required,
        boolean deprecated) {

    /**
     * Numbers from one to another, both included.
     *
     * @param min smallest
     * @param max largest
     */
    public record Range(long min, long max) {}

    private static final Set<String> SECRET_KINDS = Set.of("secret", "hex32", "ALG:hex");

    public OptionType {
        choices = List.copyOf(choices);
    }

    /** Whether the value must not be shown: a password, or a hash that one can register with as well. */
    public boolean secret() {
        return SECRET_KINDS.contains(kind);
    }

    /** What is wrong with a value, in words that don't repeat it: "expected …". */
    public Optional<String> problemWith(String value) {
        if (maxBytes > 0 && PjsipText.utf8Bytes(value) > maxBytes) {
            return Optional.of("expected at most " + maxBytes + " bytes");
        }
        return ValueForm.of(kind).problem(this, value);
    }
}
