package io.sipwright;

import io.sipwright.apply.Applied;
import io.sipwright.apply.ApplyEngine;
import io.sipwright.apply.Applying;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreWriting;
import java.time.Duration;
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
 * @param watch of changes that must be confirmed
 * @param trial under which changes are made that must be; null for those that count at once
 */
record Changing(
        ProvisioningStore store,
        Supplier<String> actor,
        ApplyEngine engine,
        Applying mode,
        ConfirmationWatch watch,
        @Nullable Trial trial) {

    <R> Provisioned<R> change(Function<StoreWriting, R> change) {
        Trial own = trial;
        if (own == null) {
            return changeAnyway(writing -> Trial.changeUnlessPending(writing, change));
        }
        if (store.<Boolean>read(view -> view.provisional().isEmpty())) {
            watch.expect(own);
        }
        String name = actor.get();
        Provisioned<R> changed = as(name).changeAnyway(writing -> own.change(writing, name, change));
        store.afterCommit(watch::begin);
        return changed;
    }

    /** Makes a change whatever waits to be confirmed. */
    <R> Provisioned<R> changeAnyway(Function<StoreWriting, R> change) {
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
        return new Changing(store, () -> name, engine, mode, watch, trial);
    }

    Changing with(ProvisioningStore other) {
        return new Changing(other, actor, engine, mode, watch, trial);
    }

    Changing confirming(Duration limit) {
        return new Changing(store, actor, engine, mode, watch, Trial.of(limit));
    }
}
