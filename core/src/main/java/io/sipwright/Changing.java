package io.sipwright;

import io.sipwright.apply.ApplyResult;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreWriting;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs changes in a store, in someone's name, and has them applied as soon as they count.
 *
 * @param store that is changed
 * @param actor for the audit
 * @param applying what to do then
 */
record Changing(ProvisioningStore store, Supplier<String> actor, Supplier<@Nullable ApplyResult> applying) {

    <R> Provisioned<R> change(Function<StoreWriting, R> change) {
        ProvisioningStore.Committed<R> committed = store.write(actor.get(), change);
        AtomicReference<@Nullable ApplyResult> applied = new AtomicReference<>();
        store.afterCommit(() -> applied.set(applying.get()));
        return new Provisioned<>(committed.result(), committed.generation(), applied.get());
    }

    Changing as(String name) {
        return new Changing(store, () -> name, applying);
    }

    Changing with(ProvisioningStore other) {
        return new Changing(other, actor, applying);
    }
}
