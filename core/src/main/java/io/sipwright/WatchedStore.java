package io.sipwright;

import io.sipwright.store.NodeRegistry;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import java.util.function.Function;

/** A store that tells of changes that wait to be confirmed, whenever someone reads it anyway. */
record WatchedStore(ProvisioningStore store, Runnable seen) implements ProvisioningStore {

    @Override
    public <R> R read(Function<? super StoreView, ? extends R> reading) {
        return store.read(view -> {
            if (view.provisional().isPresent()) {
                seen.run();
            }
            return reading.apply(view);
        });
    }

    @Override
    public <R> Committed<R> write(String actor, Function<? super StoreWriting, ? extends R> writing) {
        return store.write(actor, writing);
    }

    @Override
    public void afterCommit(Runnable task) {
        store.afterCommit(task);
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
