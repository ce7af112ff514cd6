package io.sipwright.web;

import io.sipwright.FormerGeneration;
import io.sipwright.store.Change;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The generations, the newest first.
 *
 * @param next what {@code before} is to be for the next page; null on the last
 */
record GenerationsBody(
        boolean success,
        List<GenerationBody> generations,
        @Nullable Long next) implements ApiBody {

    /** A change that was made at once, of one object or of many. */
    record GenerationBody(long generation, Instant at, String actor, List<ChangedObject> changes) {}

    /**
     * What it did to one object.
     *
     * @param kind {@code trunk} or {@code user}
     * @param action {@code created}, {@code updated}, {@code deleted} or {@code adopted}
     */
    record ChangedObject(String kind, String name, String action, long version) {

        static ChangedObject of(Change change) {
            return new ChangedObject(
                    change.kind().name().toLowerCase(Locale.ROOT),
                    change.name(),
                    change.action().name().toLowerCase(Locale.ROOT),
                    change.version());
        }
    }

    /**
     * A page.
     *
     * @param found one more than the page may have, if there are so many
     */
    static GenerationsBody of(List<FormerGeneration> found, int limit) {
        List<GenerationBody> page = found.stream()
                .limit(limit)
                .map(generation -> new GenerationBody(
                        generation.number(),
                        generation.at(),
                        generation.actor(),
                        generation.changes().stream().map(ChangedObject::of).toList()))
                .toList();
        Long next = found.size() > limit ? Long.valueOf(page.get(limit - 1).generation()) : null;
        return new GenerationsBody(true, page, next);
    }
}
