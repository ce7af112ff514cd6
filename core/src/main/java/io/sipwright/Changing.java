package io.sipwright;

import io.sipwright.apply.Applied;
import io.sipwright.apply.ApplyEngine;
import io.sipwright.apply.Applying;
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
 * @param engine that applies
 * @param mode when it does
 */
record Changing(ProvisioningStore store, Supplier<String> actor, ApplyEngine engine, Applying mode) {

    <R> Provisioned<R> change(Function<StoreWriting, R> change) {
        ProvisioningStore.Committed<R> committed = store.write(actor.get(), change);
        AtomicReference<@Nullable Applied> applied = new AtomicReference<>();
        store.afterCommit(() -> applied.set(apply(committed.generation())));
        return new Provisioned<>(committed.result(), committed.generation(), applied.get(), engine);
    }

    private @Nullable Applied apply(long generation) {
        return switch (mode) {
            case BEFORE_RETURN -> engine.bring(generation);
            case IN_BACKGROUND -> {
                engine.wake(generation);
                yield null;
            }
            case ON_REQUEST -> null;
        };
    }

    Changing as(String name) {
        return new Changing(store, () -> name, engine, mode);
    }

    Changing with(ProvisioningStore other) {
        return new Changing(other, actor, engine, mode);
    }
}
