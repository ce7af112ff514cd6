package io.sipwright.apply;

import io.sipwright.store.Change;
import io.sipwright.store.ObjectKind;
import io.sipwright.store.Provisional;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoredObjects;
import io.sipwright.trunk.Trunk;
import io.sipwright.user.SipUser;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A state of a store that is no longer the newest, as its history tells. Knows what a round asks for; anything else it refuses.
 * Valid as long as the view of the newest state that it was made of.
 */
final class EarlierView implements StoreView {

    private final StoreView newest;
    private final long generation;
    private final StoredObjects<Trunk> trunks;
    private final StoredObjects<SipUser> users;

    private EarlierView(StoreView newest, long generation) {
        this.newest = newest;
        this.generation = generation;
        Map<String, Change> changedTrunks = new HashMap<>();
        Map<String, Change> changedUsers = new HashMap<>();
        long expected = generation + 1;
        try (Stream<Change> changes = newest.changesSince(generation)) {
            for (Change change : (Iterable<Change>) changes::iterator) {
                if (change.generation() > expected) {
                    throw forgotten(generation);
                }
                expected = change.generation() + 1;
                (change.kind() == ObjectKind.TRUNK ? changedTrunks : changedUsers)
                        .putIfAbsent(change.name().toLowerCase(Locale.ROOT), change);
            }
        }
        if (expected <= newest.generation()) {
            throw forgotten(generation);
        }
        this.trunks = new EarlierObjects<>(newest.trunks(), generation, changedTrunks);
        this.users = new EarlierObjects<>(newest.users(), generation, changedUsers);
    }

    /**
     * The state of a generation, or the newest one if that is not later.
     *
     * @throws StoreException if the history does not hold it any more
     */
    static StoreView of(StoreView newest, long generation) {
        return generation >= newest.generation() ? newest : new EarlierView(newest, generation);
    }

    static StoreException forgotten(long generation) {
        return new StoreException(
                StoreException.Reason.REFUSED, "The history no longer holds all of generation " + generation, null);
    }

    @Override
    public long generation() {
        return generation;
    }

    @Override
    public StoredObjects<Trunk> trunks() {
        return trunks;
    }

    @Override
    public StoredObjects<SipUser> users() {
        return users;
    }

    @Override
    public Stream<Change> changesSince(long since) {
        return newest.changesSince(since).takeWhile(change -> change.generation() <= generation);
    }

    @Override
    public Optional<String> sectionOwner(String sectionName) {
        throw new UnsupportedOperationException("Of an earlier state it is not known who has taken a name");
    }

    @Override
    public Optional<Provisional> provisional() {
        return newest.provisional();
    }

    @Override
    public Instant now() {
        return newest.now();
    }
}
