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
 * @param committed run when a change counts, before it is applied
 */
record Changing(
        ProvisioningStore store,
        Supplier<String> actor,
        ApplyEngine engine,
        Applying mode,
        ConfirmationWatch watch,
        @Nullable Trial trial,
        Runnable committed) {

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
        ProvisioningStore.Committed<R> written = store.write(actor.get(), writing -> {
            R result = change.apply(writing);
            engine.follow(writing);
            return result;
        });
        AtomicReference<@Nullable Applied> applied = new AtomicReference<>();
        store.afterCommit(() -> {
            committed.run();
            applied.set(apply(written.generation()));
        });
        return new Provisioned<>(written.result(), written.generation(), applied.get(), engine);
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
        return new Changing(store, () -> name, engine, mode, watch, trial, committed);
    }

    Changing with(ProvisioningStore other) {
        return new Changing(other, actor, engine, mode, watch, trial, committed);
    }

    Changing confirming(Duration limit) {
        return new Changing(store, actor, engine, mode, watch, Trial.of(limit), committed);
    }

    /** The same with something to be done when a change counts, before it is applied. */
    Changing committing(Runnable task) {
        return new Changing(store, actor, engine, mode, watch, trial, task);
    }
}
