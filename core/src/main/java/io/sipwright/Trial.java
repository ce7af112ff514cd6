package io.sipwright;

import io.sipwright.store.Change;
import io.sipwright.store.Provisional;
import io.sipwright.store.StoreWriting;
import io.sipwright.store.UnconfirmedException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The right to make changes that must be confirmed.
 *
 * @param limit how long they wait for that
 * @param token that tells them from those of others
 */
record Trial(Duration limit, String token) {

    static Trial of(Duration limit) {
        if (limit.toMillis() < 1) {
            throw new IllegalArgumentException("Changes wait at least a millisecond to be confirmed, not " + limit);
        }
        return new Trial(limit, UUID.randomUUID().toString());
    }

    boolean isOurs(Provisional provisional) {
        return provisional.token().equals(token);
    }

    /** Makes a change; the first one begins to wait, in the same transaction. */
    <R> R change(StoreWriting writing, String actor, Function<StoreWriting, R> change) {
        Optional<Provisional> present = writing.provisional();
        present.filter(other -> !isOurs(other) || !writing.now().isBefore(other.deadline()))
                .ifPresent(Trial::refuse);
        R result = change.apply(writing);
        if (present.isEmpty() && hasChanged(writing)) {
            writing.provisional(
                    new Provisional(writing.generation(), writing.now().plus(limit), Change.actor(actor), token));
        }
        return result;
    }

    private static boolean hasChanged(StoreWriting writing) {
        try (Stream<Change> changes = writing.changesSince(writing.generation())) {
            return changes.findAny().isPresent();
        }
    }

    /** Makes a change of someone who has no such right. */
    static <R> R changeUnlessPending(StoreWriting writing, Function<StoreWriting, R> change) {
        writing.provisional().ifPresent(Trial::refuse);
        return change.apply(writing);
    }

    private static void refuse(Provisional present) {
        throw new UnconfirmedException(present);
    }
}
