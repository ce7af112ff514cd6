package io.sipwright.template;

import java.util.Objects;

/**
 * What a field holds, and why.
 *
 * @param field name of the field
 * @param value what it holds; secrets masked, empty where it holds nothing
 * @param source who says so
 * @param from for a {@link Source#CHOICE}, the choice, as {@code field=value}; for a {@link Source#DEFAULT}, the id of the
 *     template; otherwise empty
 */
public record FieldOrigin(String field, String value, Source source, String from) {

    public FieldOrigin {
        Objects.requireNonNull(field, "field");
    }

    /** Who says what a field holds. */
    public enum Source {
        /** The object. */
        GIVEN,
        /** A choice that was made in another field. */
        CHOICE,
        /** A template, where nothing else is said. */
        DEFAULT,
        /** No one: it holds nothing. */
        NONE
    }

    @Override
    public String toString() {
        return switch (source) {
            case GIVEN -> field + "=" + value + " (given)";
            case CHOICE -> field + "=" + value + " (by " + from + ")";
            case DEFAULT -> field + "=" + value + " (default of " + from + ")";
            case NONE -> field + " (not filled in)";
        };
    }
}
