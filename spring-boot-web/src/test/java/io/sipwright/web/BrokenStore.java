package io.sipwright.web;

import io.sipwright.store.InMemoryStore;
import io.sipwright.store.NodeRegistry;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store that fails when it is told to. */
final class BrokenStore implements ProvisioningStore {

    private final InMemoryStore store = new InMemoryStore();
    volatile @Nullable RuntimeException trouble;

    private void check() {
        RuntimeException e = trouble;
        if (e != null) {
            throw e;
        }
    }

    @Override
    public <R> R read(Function<? super StoreView, ? extends R> reading) {
        check();
        return store.read(reading);
    }

    @Override
    public <R> Committed<R> write(String actor, Function<? super StoreWriting, ? extends R> writing) {
        check();
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
