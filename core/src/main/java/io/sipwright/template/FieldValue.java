package io.sipwright.template;

import io.sipwright.secret.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a field: a text, a list of texts, or a secret. Immutable.
 */
public final class FieldValue {

    /** Stands for JSON that is neither text nor a list of texts; validation reports it. */
    static final FieldValue UNREADABLE = new FieldValue(List.of(), false);

    /** The answer no to a question, which conditions take for nothing; a text that reads "no" is a text. */
    static final FieldValue NO = new FieldValue(List.of("no"), false);

    private final List<String> items;
    private final boolean secret;

    private FieldValue(List<String> items, boolean secret) {
        this.items = items;
        this.secret = secret;
    }

    public static FieldValue of(String text) {
        return new FieldValue(List.of(text), false);
    }

    public static FieldValue of(List<String> texts) {
        return new FieldValue(List.copyOf(texts), false);
    }

    public static FieldValue of(Secret secret) {
        return new FieldValue(List.of(secret.reveal()), true);
    }

    /** From what JSON can hold: text, number, boolean, or an array of those. */
    public static FieldValue ofJson(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().allMatch(FieldValue::isScalar)
                    ? of(list.stream().map(String::valueOf).toList())
                    : UNREADABLE;
        }
        if (value instanceof Secret hidden) {
            return of(hidden);
        }
        return isScalar(value) ? of(String.valueOf(value)) : UNREADABLE;
    }

    private static boolean isScalar(@Nullable Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /** The texts; those of a secret in clear. */
    public List<String> items() {
        return items;
    }

    /** The texts joined by commas; that of a secret in clear. */
    public String text() {
        return items.size() == 1 ? items.get(0) : String.join(",", items);
    }

    /** Whether the value must not be shown. */
    public boolean isSecret() {
        return secret;
    }

    /** The same text, from now on a secret. */
    public FieldValue asSecret() {
        return secret ? this : new FieldValue(items, true);
    }

    /** The items of a list, also where they were given as one text with commas. */
    FieldValue split() {
        if (items.size() == 1 && items.get(0).indexOf(',') < 0) {
            return this;
        }
        return of(items.stream()
                .flatMap(item -> Arrays.stream(item.split(",", -1)))
                .map(String::strip)
                .toList());
    }

    /** What may be shown: the text, or the mask of a secret. */
    public String masked() {
        return secret ? Secret.MASK : text();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldValue value && secret == value.secret && items.equals(value.items);
    }

    /** Tells nothing of a secret. */
    @Override
    public int hashCode() {
        return secret ? 1 : Objects.hash(items);
    }

    /** A mask: a text whose field turns out to be a secret must not show before that is known. */
    @Override
    public String toString() {
        return Secret.MASK;
    }
}
