package io.sipwright.web;

import io.sipwright.store.ObjectQuery;
import io.sipwright.validation.Violation;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Understands the parameters of a request, all of them before it complains. Not thread-safe. */
final class Parameters {

    /** Says how long a change waits to be confirmed. */
    static final String CONFIRM_WITHIN = "confirm_within";

    private static final Duration SHORTEST_TRIAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_TRIAL = Duration.ofDays(1);

    private final List<Violation> violations = new ArrayList<>();

    /** A number in a range. */
    long number(String name, @Nullable String given, long usual, long min, long max) {
        if (given == null || given.isEmpty()) {
            return usual;
        }
        if (given.matches("\\d{1,18}")) {
            long number = Long.parseLong(given);
            if (number >= min && number <= max) {
                return number;
            }
        }
        String range = max == Long.MAX_VALUE ? min + " on" : min + " to " + max;
        wrong(name, "field.range", "Expected a whole number from " + range + ".");
        return usual;
    }

    @Nullable
    Boolean bool(String name, @Nullable String given) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        if (!given.equals("true") && !given.equals("false")) {
            wrong(name, "field.boolean", "Expected true or false.");
        }
        return given.equals("true");
    }

    @Nullable
    String text(String name, @Nullable String given) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        if (given.length() > 255 || !Texts.isClean(given)) {
            wrong(name, "field.text", "Expected at most 255 characters, none of them a control character.");
            return null;
        }
        return given;
    }

    /** The page of a list that is asked for. */
    ObjectQuery query(
            int pageSize,
            @Nullable String limit,
            @Nullable String after,
            @Nullable String active,
            String templateName,
            @Nullable String template,
            @Nullable String q) {
        ObjectQuery query = ObjectQuery.all().limit((int) number("limit", limit, pageSize, 1, ObjectQuery.MAX_LIMIT));
        String name = text("after", after);
        Boolean isActive = bool("active", active);
        String id = text(templateName, template);
        String part = text("q", q);
        query = name == null ? query : query.after(name);
        query = isActive == null ? query : query.active(isActive);
        query = id == null ? query : query.template(id);
        query = part == null ? query : query.text(part);
        check();
        return query;
    }

    /**
     * How long a change waits to be confirmed; null for one that counts at once. An empty one is a mistake: a change that
     * was to be careful must not be made without care.
     */
    @Nullable
    Duration confirmWithin(@Nullable String given) {
        if (given == null) {
            return null;
        }
        Duration limit = duration(given);
        if (limit == null || limit.compareTo(SHORTEST_TRIAL) < 0 || limit.compareTo(LONGEST_TRIAL) > 0) {
            wrong(CONFIRM_WITHIN, "field.duration", "Expected 1 second to 1 day, as seconds or as in PT5M.");
            return null;
        }
        return limit;
    }

    private static @Nullable Duration duration(String given) {
        try {
            return given.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(given)) : Duration.parse(given);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    void wrong(String name, String code, String message) {
        violations.add(new Violation(name, code, message, null));
    }

    /** Complains, if there is a reason to. */
    void check() {
        if (!violations.isEmpty()) {
            throw new BadRequestException("Some parameters can't be understood.", violations);
        }
    }
}
