package io.sipwright.web;

import io.sipwright.store.Change;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what, in order.
 *
 * @param next what {@code since} is to be for the next page; null on the last
 */
record ChangesBody(
        boolean success, List<ChangeBody> changes, @Nullable Long next) implements ApiBody {

    /**
     * A change.
     *
     * @param kind {@code trunk} or {@code user}
     * @param action {@code created}, {@code updated}, {@code deleted} or {@code adopted}
     */
    record ChangeBody(
            long generation, String kind, String name, String action, long version, String actor, Instant at) {}

    static ChangesBody of(List<Change> changes, @Nullable Long next) {
        return new ChangesBody(
                true,
                changes.stream()
                        .map(change -> new ChangeBody(
                                change.generation(),
                                change.kind().name().toLowerCase(Locale.ROOT),
                                change.name(),
                                change.action().name().toLowerCase(Locale.ROOT),
                                change.version(),
                                change.actor(),
                                change.at()))
                        .toList(),
                next);
    }
}
