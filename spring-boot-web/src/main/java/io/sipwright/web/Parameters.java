package io.sipwright.web;

import io.sipwright.store.ObjectQuery;
import io.sipwright.validation.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Understands the parameters of a request, all of them before it complains. Not thread-safe. */
final class Parameters {

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
