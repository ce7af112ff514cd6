package io.sipwright.facade;

import io.sipwright.store.InMemoryStore;
import io.sipwright.store.NodeRegistry;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import java.util.function.Function;

/** A store that can be emptied, for tests in which putting a Sipwright together would take most of the time. */
final class FreshStore implements ProvisioningStore {

    private InMemoryStore store = new InMemoryStore();

    void empty() {
        store = new InMemoryStore();
    }

    @Override
    public <R> R read(Function<? super StoreView, ? extends R> reading) {
        return store.read(reading);
    }

    @Override
    public <R> Committed<R> write(String actor, Function<? super StoreWriting, ? extends R> writing) {
        return store.write(actor, writing);
    }

    @Override
    public byte[] stampKey() {
        return store.stampKey();
    }

    @Override
    public NodeRegistry nodes() {
        return new InMemoryStore().nodes();
    }
}
