package io.sipwright.apply;

import io.sipwright.store.NodeRegistry;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A store as a node sees it that follows a canary: its newest state is the one that the canary was seen running. Not thread-safe.
 */
final class FollowingStore implements ProvisioningStore {

    private final ProvisioningStore store;
    private final Canary canary;
    private boolean following = true;

    FollowingStore(ProvisioningStore store, Canary canary) {
        this.store = store;
        this.canary = canary;
    }

    @Override
    public <R> R read(Function<? super StoreView, ? extends R> reading) {
        if (!following) {
            return store.read(reading);
        }
        long seen = canary.verifiedGeneration(); // before the view, which is as new then, or newer
        return store.read(view -> reading.apply(EarlierView.of(view, Math.max(0, seen))));
    }

    /** Does something that is about the newest state. */
    <R> R onNewest(Supplier<R> work) {
        following = false;
        try {
            return work.get();
        } finally {
            following = true;
        }
    }

    @Override
    public <R> Committed<R> write(String actor, Function<? super StoreWriting, ? extends R> writing) {
        return store.write(actor, writing);
    }

    @Override
    public NodeRegistry nodes() {
        return store.nodes();
    }

    @Override
    public byte[] stampKey() {
        return store.stampKey();
    }
}
