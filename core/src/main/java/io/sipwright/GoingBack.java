package io.sipwright;

import io.sipwright.store.Provisional;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two ends of changes that wait to be confirmed. Whoever comes first decides, in a transaction. */
record GoingBack(RestoringAll restoring) {

    private static final Logger LOG = LoggerFactory.getLogger(GoingBack.class);

    static Optional<PendingConfirmation> pending(ProvisioningStore store) {
        return store.read(view -> view.provisional()
                .map(present -> new PendingConfirmation(
                        present.base(), view.generation(), present.deadline(), present.actor())));
    }

    static boolean confirm(ProvisioningStore store, String actor) {
        Optional<Provisional> confirmed = store.<Optional<Provisional>>write(actor, writing -> {
                    Optional<Provisional> present = writing.provisional();
                    present.ifPresent(waiting -> writing.provisional(null));
                    return present;
                })
                .result();
        confirmed.ifPresent(
                present -> LOG.info("{} has confirmed the changes since generation {}", actor, present.base()));
        return confirmed.isPresent();
    }

    /**
     * Goes back, if what waits is still to be taken back.
     *
     * @param condition asked in the transaction
     */
    Optional<Provisioned<Restoration>> goBack(
            Changing changing, BiPredicate<Provisional, StoreView> condition, String reason) {
        AtomicLong newest = new AtomicLong();
        Provisioned<Optional<Restoration>> done = changing.changeAnyway(writing -> {
            newest.set(writing.generation());
            return writing.provisional()
                    .filter(present -> condition.test(present, writing))
                    .map(present -> back(present, writing));
        });
        done.value().ifPresent(restoration -> {
            LOG.warn("What was changed since generation {} is taken back: {}", restoration.generation(), reason);
            changing.engine().wentBack(restoration.generation(), newest.get(), reason);
        });
        return done.value().map(done::with);
    }

    private Restoration back(Provisional present, StoreWriting writing) {
        Restoration restoration = restoring.restore(present.base(), writing);
        writing.provisional(null);
        return restoration;
    }
}
