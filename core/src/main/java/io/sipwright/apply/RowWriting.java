package io.sipwright.apply;

import io.sipwright.render.Renderer;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import io.sipwright.target.RowObject;
import io.sipwright.target.RowTarget;
import io.sipwright.target.TargetException;
import io.sipwright.target.WriteResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Brings the rows of a target to the newest state. Thread-safe: the target itself says who came first. */
final class RowWriting {

    /** Above, all rows are compared instead, which takes no memory. */
    static final int MOST = 20_000;

    private static final int ATTEMPTS = 10;
    private static final String ROWS = "rows";

    private final RowTarget target;
    private final ProvisioningStore store;
    private final Renderer renderer;
    private final ReentrantLock bringing = new ReentrantLock();

    RowWriting(RowTarget target, ProvisioningStore store, Renderer renderer) {
        this.target = target;
        this.store = store;
        this.renderer = renderer;
    }

    /**
     * What became of it.
     *
     * @param generation that is there now
     */
    record Result(long generation, WriteResult outcome) {

        static Result of(long generation, WriteResult.Outcome outcome) {
            return new Result(generation, new WriteResult(Map.of(ROWS, outcome)));
        }
    }

    /** Whether a generation is there; someone may have brought back an older copy of the database. */
    boolean isThere(long generation) {
        return target.generation() == generation;
    }

    /**
     * Writes what has changed since the generation that is there; all of it on request, or where that is not known, or the
     * store has gone back.
     *
     * @throws TargetException if it can't be done, or others are always faster
     */
    Result bring(Reason reason) {
        boolean anyway = reason == Reason.REQUEST;
        if (!anyway) {
            long newest = store.<Long>read(StoreView::generation);
            if (isThere(newest)) {
                return Result.of(newest, WriteResult.Outcome.UNCHANGED);
            }
        }
        // One node at a time: while it holds a connection it asks for another, and if all did, no one would get it.
        bringing.lock();
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<Result> done = attempt(anyway);
                if (done.isPresent()) {
                    return done.get();
                }
            }
        } finally {
            bringing.unlock();
        }
        throw new TargetException("The rows were written by others " + ATTEMPTS + " times in between; try again");
    }

    private Optional<Result> attempt(boolean anyway) {
        long there = target.generation();
        return store.read(view -> {
            if (there == view.generation() && !anyway) {
                return Optional.of(Result.of(there, WriteResult.Outcome.UNCHANGED));
            }
            return write(view, there, anyway)
                    ? Optional.of(Result.of(view.generation(), WriteResult.Outcome.WRITTEN))
                    : Optional.empty();
        });
    }

    private boolean write(StoreView view, long there, boolean anyway) {
        Optional<List<RowObject>> changed =
                anyway || there > view.generation() ? Optional.empty() : RowDelta.after(view, renderer, there, MOST);
        if (changed.isPresent()) {
            return target.write(there, view.generation(), changed.get());
        }
        try (Stream<RowObject> all = RowDelta.all(view, renderer)) {
            return target.replaceAll(there, view.generation(), all);
        }
    }

    /**
     * Writes what a change under way has changed in its own transaction, where target and store share one. Left to the next
     * round if the target is behind, or if it is very much.
     *
     * @throws TargetException if it can't be done; the change must not count then
     */
    void follow(StoreWriting change, Object transaction) {
        target.joining(transaction)
                .ifPresent(joined -> RowDelta.after(change, renderer, change.generation(), MOST)
                        .filter(changed -> !changed.isEmpty())
                        .ifPresent(changed -> joined.write(change.generation(), change.generation() + 1, changed)));
    }
}
