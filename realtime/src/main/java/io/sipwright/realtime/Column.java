package io.sipwright.realtime;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A column as the database tells of it.
 *
 * @param name as it is written there
 * @param kind what it holds
 * @param limit of a text, the number of characters; of a whole number, the largest; 0 for none
 * @param choices of an enumeration; otherwise empty
 * @param hasDefault whether the table has a default other than NULL
 */
record Column(String name, Kind kind, long limit, List<String> choices, boolean hasDefault) {

    enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        CHOICE
    }

    Column {
        choices = List.copyOf(choices);
    }

    /** A value as this column would give it back; empty if it does not take it. */
    Optional<String> taken(String value) {
        return switch (kind) {
            case TEXT ->
                limit > 0 && value.codePointCount(0, value.length()) > limit ? Optional.empty() : Optional.of(value);
            case CHOICE -> choices.stream().filter(value::equalsIgnoreCase).findFirst();
            case WHOLE ->
                value.matches("-?(0|[1-9]\\d{0,17})") && Math.abs(Long.parseLong(value)) <= limit
                        ? Optional.of(value)
                        : Optional.empty();
            case DECIMAL ->
                value.matches("-?(0|[1-9]\\d{0,8})(\\.\\d{1,6})?") ? Optional.of(plain(value)) : Optional.empty();
        };
    }

    /** What it takes, to follow "expected". */
    String expected() {
        return switch (kind) {
            case TEXT -> "at most " + limit + " characters, with ^3B for each ';' and ^5E for each '^'";
            case CHOICE -> "one of " + String.join(", ", choices);
            case WHOLE -> "a whole number up to " + limit + ", without zeros before it";
            case DECIMAL -> "a number such as 3.5";
        };
    }

    /** What was read, in the form of {@link #taken}. Empty for NULL and for what Asterisk takes for NULL. */
    Optional<String> read(String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(kind == Kind.DECIMAL ? plain(value) : value);
    }

    private static String plain(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }
}
