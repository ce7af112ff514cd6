package io.sipwright;

import io.sipwright.store.Change;
import io.sipwright.store.NotFoundException;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreView;
import io.sipwright.validation.ValidationException;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The former states of the whole, and the way back to them. Each change has made a generation, numbered without gaps;
 * generation 0 is the beginning, without objects. Thread-safe.
 */
public final class History {

    private final Changing changing;
    private final RestoringAll restoring;

    History(Changing changing, RestoringAll restoring) {
        this.changing = changing;
        this.restoring = restoring;
    }

    /**
     * The newest generations, the newest first.
     *
     * @param limit at most so many
     */
    public List<FormerGeneration> list(int limit) {
        return changing.store().read(view -> page(view, view.generation() + 1, limit));
    }

    /**
     * The newest generations before one, the newest first: the next page of {@link #list(int)} when it is the last one of
     * a page. Generations that the host has removed from the history are left out.
     *
     * @param before a generation that does not belong to the page
     * @param limit at most so many
     */
    public List<FormerGeneration> list(int limit, long before) {
        return changing.store().read(view -> page(view, Math.min(before, view.generation() + 1), limit));
    }

    private static List<FormerGeneration> page(StoreView view, long before, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("A page has at least one generation, not " + limit);
        }
        long earlier = Math.max(0, before - 1 - limit);
        try (Stream<Change> changes = view.changesSince(earlier)) {
            return changes
                    .takeWhile(change -> change.generation() < before)
                    .collect(Collectors.groupingBy(
                            Change::generation, () -> new TreeMap<>(Collections.reverseOrder()), Collectors.toList()))
                    .values()
                    .stream()
                    .map(FormerGeneration::of)
                    .toList();
        }
    }

    /** At most so many changes after a generation, in order. */
    static List<Change> changesSince(StoreView view, long generation, int limit) {
        try (Stream<Change> changes = view.changesSince(generation)) {
            return changes.limit(limit).toList();
        }
    }

    /**
     * Brings all trunks and users back to what they were at a generation, as a new generation: what was created since is
     * deleted, what was deleted is created, what was changed is changed back. What is as it was then is not touched; when
     * that is everything, there is no new generation.
     *
     * <p>What comes back is validated with the templates and settings of now. An object that was adopted from a database
     * after that generation was there before, unnoted: it is brought back to what it was adopted as, and not deleted.
     *
     * @throws NotFoundException if there is no such generation
     * @throws StoreException if the history does not reach back to it any more
     * @throws ValidationException with all that is wrong with what would come back, at paths such as
     *     {@code users[alice].secret}; nothing has changed then
     */
    public Provisioned<Restoration> restore(long generation) {
        return changing.change(writing -> restoring.restore(generation, writing));
    }
}
