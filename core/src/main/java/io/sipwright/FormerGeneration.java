package io.sipwright;

import io.sipwright.store.Change;
import java.time.Instant;
import java.util.List;

/**
 * A generation in the history: one change that was made at once, of one object or of many.
 *
 * @param number of the generation
 * @param at when it was made
 * @param actor who made it
 * @param changes of objects, in order
 */
public record FormerGeneration(long number, Instant at, String actor, List<Change> changes) {

    public FormerGeneration {
        changes = List.copyOf(changes);
    }

    static FormerGeneration of(List<Change> changes) {
        Change last = changes.get(changes.size() - 1);
        return new FormerGeneration(last.generation(), last.at(), last.actor(), changes);
    }
}
