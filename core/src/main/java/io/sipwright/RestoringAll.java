package io.sipwright;

import io.sipwright.store.Change;
import io.sipwright.store.NotFoundException;
import io.sipwright.store.ObjectKind;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.ValidationException;
import io.sipwright.validation.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Brings everything back to what it was at a generation. */
record RestoringAll(TrunkKind trunkKind, SipUserKind userKind) {

    /** Only what was changed since is looked at; it is judged as it will be, and what goes makes room for what comes. */
    Restoration restore(long generation, StoreWriting writing) {
        Map<ObjectKind, Map<String, Change>> changed = firstChangesSince(generation, writing);
        Restoring<Trunk, TrunkSpec> trunks = new FormerObjects<>(trunkKind, writing, generation)
                .restoring(changed.getOrDefault(ObjectKind.TRUNK, Map.of()));
        Restoring<SipUser, SipUserSpec> users = new FormerObjects<>(userKind, writing, generation)
                .restoring(changed.getOrDefault(ObjectKind.USER, Map.of()));
        ReturningNeighbours neighbours = new ReturningNeighbours(writing, trunks, users);
        List<Violation> violations = new ArrayList<>(trunks.judge("trunks", neighbours, neighbours::add));
        violations.addAll(users.judge("users", neighbours, neighbours::add));
        ValidationException.throwIfAny(violations);
        trunks.delete(writing);
        users.delete(writing);
        trunks.store(writing);
        users.store(writing);
        return Restoration.of(generation, trunks, users);
    }

    /** The first change of each object after a generation, by the name in lower case. */
    private static Map<ObjectKind, Map<String, Change>> firstChangesSince(long generation, StoreView view) {
        if (generation < 0 || generation > view.generation()) {
            throw new NotFoundException("generation", Long.toString(generation));
        }
        Map<ObjectKind, Map<String, Change>> changed = new EnumMap<>(ObjectKind.class);
        long expected = generation + 1;
        try (Stream<Change> changes = view.changesSince(generation)) {
            for (Iterator<Change> all = changes.iterator(); all.hasNext(); ) {
                Change change = all.next();
                if (change.generation() > expected) {
                    throw forgotten(expected);
                }
                expected = change.generation() + 1;
                changed.computeIfAbsent(change.kind(), none -> new HashMap<>())
                        .putIfAbsent(BatchWriting.key(change.name()), change);
            }
        }
        if (expected <= view.generation()) {
            throw forgotten(expected);
        }
        return changed;
    }

    static StoreException forgotten(long generation) {
        return new StoreException(
                StoreException.Reason.REFUSED,
                "The history no longer holds all of generation " + generation + " and those before it",
                null);
    }
}
